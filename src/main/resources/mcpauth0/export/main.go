// «note:head»
// go get github.com/modelcontextprotocol/go-sdk@latest github.com/MicahParks/keyfunc/v3@latest
// go get github.com/golang-jwt/jwt/v5@latest && go run main.go

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

const (
	// «note:issuer»
	issuer = «issuer»
	// «note:jwks»
	jwksURI = «jwks»
	// «note:algorithm»
	algorithm = «algorithm»
	// «note:audience»
	audience = «audience»
	// «note:path»
	path = «path»
	// «note:metadata»
	metadataURL = «metadata»
)

var (
	// «note:scopes»
	scopes = []string{«scopes»}
	// «note:required»
	required = scopes
	// «note:metadata-paths»
	metadataPaths = []string{«metadata-paths»}
	// «note:browsers»
	browsers = []string{«browsers»}

	bearer = regexp.MustCompile(`(?i)^Bearer +(\S+)$`)
)

type claims struct {
	Scope    string `json:"scope"`
	ClientID string `json:"azp"`
	jwt.RegisteredClaims
}

type callerKey struct{}

// «note:filter»
func guard(keys keyfunc.Keyfunc, next http.Handler) http.Handler {
	metadata, err := json.Marshal(map[string]any{
		"resource":                 audience,
		"authorization_servers":    []string{issuer},
		"scopes_supported":         scopes,
		"bearer_methods_supported": []string{"header"},
	})
	if err != nil {
		log.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		published := slices.Contains(metadataPaths, r.URL.EscapedPath())
		if origin := r.Header.Get("Origin"); origin != "" {
			if !published && !slices.Contains(browsers, origin) {
				w.WriteHeader(http.StatusForbidden)
				return
			}
			allow(w.Header(), published, origin)
		}
		switch {
		case r.Method == http.MethodOptions:
			w.WriteHeader(http.StatusNoContent)
		case published:
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write(metadata)
		case r.URL.EscapedPath() != path:
			w.WriteHeader(http.StatusNotFound)
		default:
			admit(keys, next, w, r)
		}
	})
}

func allow(header http.Header, published bool, origin string) {
	if published {
		origin = "*"
	}
	header.Set("Access-Control-Allow-Origin", origin)
	header.Set("Vary", "Origin")
	header.Set("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS")
	header.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, Last-Event-ID, "+
		"Mcp-Session-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name")
	header.Set("Access-Control-Expose-Headers", "WWW-Authenticate, Mcp-Session-Id")
}

func admit(keys keyfunc.Keyfunc, next http.Handler, w http.ResponseWriter, r *http.Request) {
	token := bearer.FindStringSubmatch(r.Header.Get("Authorization"))
	if token == nil {
		refuse(w, http.StatusUnauthorized, "")
		return
	}
	var caller claims
	_, err := jwt.ParseWithClaims(token[1], &caller, keys.KeyfuncCtx(r.Context()),
		jwt.WithValidMethods([]string{algorithm}), jwt.WithIssuer(issuer), jwt.WithAudience(audience),
		jwt.WithExpirationRequired())
	if errors.Is(err, jwt.ErrTokenUnverifiable) && keyless(r.Context(), keys) {
		// «note:keys-away»
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	if err != nil || caller.Subject == "" {
		refuse(w, http.StatusUnauthorized, `error="invalid_token", `)
		return
	}
	granted := strings.Fields(caller.Scope)
	for _, scope := range required {
		if !slices.Contains(granted, scope) {
			refuse(w, http.StatusForbidden, `error="insufficient_scope", `)
			return
		}
	}
	next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), callerKey{}, &caller)))
}

func keyless(ctx context.Context, keys keyfunc.Keyfunc) bool {
	known, err := keys.Storage().KeyReadAll(ctx)
	return err != nil || len(known) == 0
}

func refuse(w http.ResponseWriter, status int, reason string) {
	w.Header().Set("WWW-Authenticate", fmt.Sprintf(`Bearer %sresource_metadata="%s", scope="%s"`,
		reason, metadataURL, strings.Join(required, " ")))
	w.WriteHeader(status)
}

// «note:tools»
func whoami(caller *claims) mcp.ToolHandlerFor[struct{}, any] {
	return func(context.Context, *mcp.CallToolRequest, struct{}) (*mcp.CallToolResult, any, error) {
		said := caller.Subject + " by " + caller.ClientID
		return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: said}}}, nil, nil
	}
}

func serverFor(r *http.Request) *mcp.Server {
	caller, _ := r.Context().Value(callerKey{}).(*claims)
	server := mcp.NewServer(&mcp.Implementation{Name: «name», Version: "1.0.0"}, nil)
	mcp.AddTool(server, &mcp.Tool{
		Name:        "whoami",
		Description: "Who is asking",
		Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true},
	}, whoami(caller))
	return server
}

func or(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func main() {
	// «note:unknown-key»
	keys, err := keyfunc.NewDefaultOverrideCtx(context.Background(), []string{jwksURI},
		keyfunc.Override{RateLimitWaitMax: 5 * time.Second})
	if err != nil {
		log.Fatal(err)
	}
	handler := mcp.NewStreamableHTTPHandler(serverFor, &mcp.StreamableHTTPOptions{
		Stateless: true,
		// «note:localhost»
		DisableLocalhostProtection: true,
	})
	address := or("HOST", "127.0.0.1") + ":" + or("PORT", "8080")
	log.Fatal(http.ListenAndServe(address, guard(keys, handler)))
}
