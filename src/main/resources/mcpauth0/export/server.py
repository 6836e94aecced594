# -*- coding: utf-8 -*-
# «note:head»
# pip install "mcp>=2,<3" "pyjwt[crypto]>=2.8" uvicorn && python server.py

import asyncio
import contextvars
import json
import os
import re

import jwt
import uvicorn
from jwt.exceptions import PyJWKClientConnectionError
from mcp.server.mcpserver import MCPServer
from mcp.server.transport_security import TransportSecuritySettings

«include:facts.py»


«include:guard.py»


mcp = MCPServer(«name»)


# «note:tools»
@mcp.tool()
def whoami() -> str:
    """Who is asking"""
    claims = caller.get()
    return f"{claims['sub']} by {claims.get('azp')}"


# «note:host»
HOST_NAME = «host»
app = Guard(
    mcp.streamable_http_app(
        streamable_http_path=PATH,
        stateless_http=True,
        transport_security=TransportSecuritySettings(allowed_hosts=[HOST_NAME], allowed_origins=BROWSERS),
    )
)

if __name__ == "__main__":
    uvicorn.run(app, host=os.environ.get("HOST", "127.0.0.1"), port=int(os.environ.get("PORT", "8080")))
