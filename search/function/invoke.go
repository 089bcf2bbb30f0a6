package main

import (
	"bytes"
	"context"
	"net/http"
	"net/url"

	"github.com/aws/aws-lambda-go/events"

	"signpost/search/answer"
)

// A function answers requests of its host.
type function struct {
	handler *answer.Handler
	headers map[string]string
	close   func() error
}

// invoke hands a request on to the handler.
func (f *function) invoke(ctx context.Context, request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	form := url.Values{}
	for name, values := range request.MultiValueQueryStringParameters {
		form[name] = values
	}
	for name, one := range request.QueryStringParameters {
		if len(form[name]) == 0 {
			form.Set(name, one)
		}
	}
	r, err := http.NewRequestWithContext(ctx, request.HTTPMethod, f.handler.Address()+"?"+form.Encode(), nil)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusBadRequest}, nil
	}
	w := &response{header: http.Header{}, status: http.StatusOK}
	for name, words := range f.headers {
		w.header.Set(name, words)
	}
	f.handler.ServeHTTP(w, r)
	return events.APIGatewayProxyResponse{StatusCode: w.status, MultiValueHeaders: w.header, Body: w.body.String()}, nil
}

// A response gathers what a handler writes.
type response struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *response) Header() http.Header               { return r.header }
func (r *response) WriteHeader(status int)            { r.status = status }
func (r *response) Write(content []byte) (int, error) { return r.body.Write(content) }
