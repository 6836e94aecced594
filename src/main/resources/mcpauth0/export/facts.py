# «note:issuer»
ISSUER = «issuer»
# «note:jwks»
KEYS = jwt.PyJWKClient(«jwks»)
# «note:algorithm»
ALGORITHM = «algorithm»
# «note:audience»
AUDIENCE = «audience»
# «note:scopes»
SCOPES = [«scopes»]
# «note:required»
REQUIRED = SCOPES
# «note:path»
PATH = «path»
# «note:metadata»
METADATA_URL = «metadata»
# «note:metadata-paths»
METADATA_PATHS = [«metadata-paths»]
# «note:browsers»
BROWSERS = [«browsers»]

METADATA = {
    "resource": AUDIENCE,
    "authorization_servers": [ISSUER],
    "scopes_supported": SCOPES,
    "bearer_methods_supported": ["header"],
}
CORS = {
    "Vary": "Origin",
    "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept, Last-Event-ID, "
    "Mcp-Session-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name",
    "Access-Control-Expose-Headers": "WWW-Authenticate, Mcp-Session-Id",
}

caller = contextvars.ContextVar("caller")
