class Guard:
    # «note:filter»
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        path = scope.get("raw_path", scope["path"].encode()).decode("latin-1")
        published = path in METADATA_PATHS
        origin = headers.get(b"origin")
        if not published and origin is not None and origin not in BROWSERS:
            return await answer(send, 403)
        cors = CORS | {"Access-Control-Allow-Origin": "*" if published else origin} if origin else {}
        if scope["method"] == "OPTIONS":
            return await answer(send, 204, cors)
        if published:
            return await answer(send, 200, cors | {"Content-Type": "application/json"}, json.dumps(METADATA).encode())
        bearer = re.fullmatch(r"(?i)Bearer +(\S+)", headers.get(b"authorization", ""))
        if bearer is None:
            return await answer(send, 401, cors | challenge())
        try:
            claims = await asyncio.to_thread(verified, bearer[1])
        except PyJWKClientConnectionError:
            # «note:keys-away»
            return await answer(send, 503, cors)
        except jwt.PyJWTError:
            return await answer(send, 401, cors | challenge("invalid_token"))
        if not set(REQUIRED) <= set(str(claims.get("scope", "")).split()):
            return await answer(send, 403, cors | challenge("insufficient_scope"))

        async def with_cors(message):
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *encoded(cors)]
            await send(message)

        caller.set(claims)
        await self.app(scope, receive, with_cors)


def verified(token):
    key = KEYS.get_signing_key_from_jwt(token).key
    return jwt.decode(
        token,
        key,
        algorithms=[ALGORITHM],
        issuer=ISSUER,
        audience=AUDIENCE,
        options={"require": ["exp", "iss", "aud", "sub"]},
    )


def challenge(error=None):
    words = [f'resource_metadata="{METADATA_URL}"', f'scope="{" ".join(REQUIRED)}"']
    if error is not None:
        words.insert(0, f'error="{error}"')
    return {"WWW-Authenticate": "Bearer " + ", ".join(words)}


def encoded(headers):
    return [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in headers.items()]


async def answer(send, status, headers={}, body=b""):
    await send({"type": "http.response.start", "status": status, "headers": encoded(headers)})
    await send({"type": "http.response.body", "body": body})
