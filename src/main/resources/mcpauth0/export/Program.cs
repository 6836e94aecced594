// «note:head»
// dotnet add package Microsoft.AspNetCore.Authentication.JwtBearer
// dotnet add package ModelContextProtocol.AspNetCore
// «note:settings-aspnet»

using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;
using ModelContextProtocol.Server;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration.GetRequiredSection("McpAuth").Get<McpAuth>()!;

var http = new HttpClient();
var keys = new ConfigurationManager<JsonWebKeySet>(settings.JwksUri, new KeySetRetriever(), new HttpDocumentRetriever(http));

builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
{
    options.MapInboundClaims = false;
    options.TokenValidationParameters = new TokenValidationParameters
    {
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.Audience,
        ValidAlgorithms = [settings.Algorithm],
        ValidTypes = ["at+jwt", "JWT"],
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ClockSkew = TimeSpan.FromSeconds(30),
        IssuerSigningKeyResolver = (_, _, kid, _) => SigningKeys(kid),
    };
    options.Events = new JwtBearerEvents
    {
        OnChallenge = context =>
        {
            context.HandleResponse();
            var refused = context.AuthenticateFailure is null ? "" : "error=\"invalid_token\", ";
            return Refuse(context.Response, StatusCodes.Status401Unauthorized, refused);
        },
        OnForbidden = context =>
            Refuse(context.Response, StatusCodes.Status403Forbidden, "error=\"insufficient_scope\", "),
    };
});
builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder()
    .RequireAuthenticatedUser()
    .RequireAssertion(context => settings.Required.All(scope => Granted(context.User).Contains(scope)))
    .Build());
builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy
    .WithOrigins(settings.Browsers)
    .WithMethods("GET", "POST", "DELETE", "OPTIONS")
    .WithHeaders("Authorization", "Content-Type", "Accept", "Last-Event-ID", "Mcp-Session-Id", "MCP-Protocol-Version",
        "Mcp-Method", "Mcp-Name")
    .WithExposedHeaders("WWW-Authenticate", "Mcp-Session-Id")));
builder.Services.AddHttpContextAccessor();
builder.Services.AddMcpServer().WithHttpTransport().WithTools<Tools>();

var app = builder.Build();
app.Use(async (context, next) =>
{
    var published = settings.MetadataPaths.Contains(context.Request.Path.ToUriComponent());
    var origin = context.Request.Headers.Origin.ToString();
    if (published)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.AccessControlAllowHeaders = "*";
        await context.Response.WriteAsJsonAsync(settings.Metadata);
    }
    else if (origin != "" && !settings.Browsers.Contains(origin))
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    else
        await next();
});
app.UseCors();
app.UseAuthentication();
app.UseAuthorization();
app.MapMcp(settings.Path).RequireAuthorization();
app.Run();

IEnumerable<SecurityKey> SigningKeys(string? kid)
{
    var known = Known();
    if (known.Any(key => key.KeyId == kid))
        return known;
    keys.RequestRefresh();
    return Known();
}

IList<SecurityKey> Known() =>
    keys.GetConfigurationAsync(CancellationToken.None).GetAwaiter().GetResult().GetSigningKeys();

Task Refuse(HttpResponse response, int status, string error)
{
    response.StatusCode = status;
    response.Headers.WWWAuthenticate = $"Bearer {error}resource_metadata=\"{settings.MetadataUrl}\", "
        + $"scope=\"{string.Join(' ', settings.Required)}\"";
    return Task.CompletedTask;
}

static string[] Granted(ClaimsPrincipal user) => (user.FindFirstValue("scope") ?? "").Split(' ');

sealed record McpAuth(string Issuer, string JwksUri, string Algorithm, string Audience, string[] Scopes,
    string[] Required, string Path, string MetadataUrl, string[] MetadataPaths, string[] Browsers)
{
    public object Metadata => new
    {
        resource = Audience,
        authorization_servers = new[] { Issuer },
        scopes_supported = Scopes,
        bearer_methods_supported = new[] { "header" },
    };
}

sealed class KeySetRetriever : IConfigurationRetriever<JsonWebKeySet>
{
    public async Task<JsonWebKeySet> GetConfigurationAsync(string address, IDocumentRetriever retriever,
        CancellationToken cancel) => new JsonWebKeySet(await retriever.GetDocumentAsync(address, cancel));
}

// «note:tools»
[McpServerToolType]
sealed class Tools(IHttpContextAccessor http)
{
    [McpServerTool(Name = "whoami", ReadOnly = true), Description("Who is asking")]
    public string WhoAmI()
    {
        var user = http.HttpContext!.User;
        return $"{user.FindFirstValue("sub")} by {user.FindFirstValue("azp")}";
    }
}
