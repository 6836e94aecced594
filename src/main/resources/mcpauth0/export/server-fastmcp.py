# -*- coding: utf-8 -*-
# «note:head»
# pip install "fastmcp>=2.11" "pyjwt[crypto]>=2.8" uvicorn && python server.py

import asyncio
import contextvars
import json
import os
import re

import jwt
import uvicorn
from fastmcp import FastMCP
from jwt.exceptions import PyJWKClientConnectionError

«include:facts.py»


«include:guard.py»


mcp = FastMCP(«name»)


# «note:tools»
@mcp.tool
def whoami() -> str:
    """Who is asking"""
    claims = caller.get()
    return f"{claims['sub']} by {claims.get('azp')}"


app = Guard(mcp.http_app(path=PATH, stateless_http=True))

if __name__ == "__main__":
    uvicorn.run(app, host=os.environ.get("HOST", "127.0.0.1"), port=int(os.environ.get("PORT", "8080")))
