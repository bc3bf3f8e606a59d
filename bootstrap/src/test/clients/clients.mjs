// A certified OAuth client (oauth4webapi) and a resource server with a library of its own (jose), against a running
// service: node clients.mjs URL USERNAME PASSWORD. Ends with 1 at the first surprise.
import assert from 'node:assert/strict';
import * as jose from 'jose';
import * as oauth from 'oauth4webapi';

const [url, username, password] = process.argv.slice(2);
const insecure = { [oauth.allowInsecureRequests]: true };
const issuer = new URL(url);
const client = { client_id: 'portico' };
const none = oauth.None();

const discovered = await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oauth2' });
const server = await oauth.processDiscoveryResponse(issuer, discovered);
console.log('oauth4webapi: metadata of', server.issuer);
assert(!(server.grant_types_supported ?? []).includes('password'));

// The password form is a first-party sign-in, so that the library has no function of its own for it.
const signIn = await oauth.genericTokenEndpointRequest(
  server, client, none, 'password', { username, password }, insecure);
const first = await oauth.processGenericTokenEndpointResponse(server, client, signIn);
assert.equal(first.token_type, 'bearer');
console.log('oauth4webapi: signed in');

const refresh = async (token) =>
  oauth.processRefreshTokenResponse(
    server, client, await oauth.refreshTokenGrantRequest(server, client, none, token, insecure));
const second = await refresh(first.refresh_token);
assert.notEqual(second.refresh_token, first.refresh_token);
console.log('oauth4webapi: refreshed');

const me = await oauth.protectedResourceRequest(
  second.access_token, 'GET', new URL('/users/me', issuer), undefined, undefined, insecure);
assert.equal((await me.json()).username, username);

const keys = jose.createRemoteJWKSet(new URL(server.jwks_uri));
const { payload } = await jose.jwtVerify(second.access_token, keys, {
  issuer: server.issuer,
  audience: server.issuer,
  typ: 'at+jwt',
  algorithms: ['ES256'],
});
assert.equal(payload.client_id, 'portico');
await assert.rejects(() => jose.jwtVerify(`${second.access_token}A`, keys));
console.log('jose: verified the access token by the JWKS');

const revoked = await oauth.revocationRequest(server, client, none, second.refresh_token, insecure);
await oauth.processRevocationResponse(revoked);
await assert.rejects(() => refresh(second.refresh_token), { error: 'invalid_grant' });
console.log('oauth4webapi: revoked; the token is good for nothing now');
