"""Two Python clients against a running service: clients.py URL USERNAME PASSWORD. Ends with 1 at the first surprise."""

import os
import sys

import requests
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, JsonWebToken

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
url, username, password = sys.argv[1:]

server = requests.get(f"{url}/.well-known/oauth-authorization-server", timeout=10).json()

session = OAuth2Session("portico", token_endpoint=server["token_endpoint"], token_endpoint_auth_method="none")
first = session.fetch_token(server["token_endpoint"], username=username, password=password, grant_type="password")
assert session.get(f"{url}/users/me").json()["username"] == username
second = session.refresh_token(server["token_endpoint"], refresh_token=first["refresh_token"])
assert second["refresh_token"] != first["refresh_token"]
assert session.get(f"{url}/users/me").json()["username"] == username
print("authlib: signed in, refreshed")

keys = JsonWebKey.import_key_set(requests.get(server["jwks_uri"], timeout=10).json())
claims = JsonWebToken(["ES256"]).decode(
    second["access_token"], keys, claims_options={"iss": {"value": server["issuer"]}, "aud": {"value": server["issuer"]}}
)
claims.validate()
print("authlib: verified the access token by the JWKS")

revoked = session.revoke_token(server["revocation_endpoint"], token=second["refresh_token"], token_type_hint="refresh_token")
assert revoked.status_code == 200, revoked.text
try:
    session.refresh_token(server["token_endpoint"], refresh_token=second["refresh_token"])
    raise SystemExit("A revoked token was exchanged.")
except OAuthError as refused:
    assert refused.error == "invalid_grant", refused
print("authlib: revoked; the token is good for nothing now")

from oauthlib.oauth2 import LegacyApplicationClient  # noqa: E402
from requests_oauthlib import OAuth2Session as OtherSession  # noqa: E402

other = OtherSession(client=LegacyApplicationClient(client_id="portico"))
token = other.fetch_token(server["token_endpoint"], username=username, password=password, include_client_id=True)
token = other.refresh_token(server["token_endpoint"], refresh_token=token["refresh_token"])
assert other.get(f"{url}/users/me").json()["username"] == username
print("requests-oauthlib: signed in, refreshed")
