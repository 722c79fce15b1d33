//! Handles requests: who may ask, what may be asked for, and the headers of every response.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Given};
use axum::http::header::{self, HeaderValue};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::sse::{KeepAlive, Sse};
use axum::response::{IntoResponse, Response};

use super::events::{Events, Tab};
use super::kinds::{HTML, kind_of};
use super::locate::{PreviewAddress, is_this_machine, preview_address};
use super::page;
use super::path_answer::{PathAnswer, answer_to};
use super::preview::{Preview, State};
use super::words;
use crate::ground::Both;

/// How often a stream of events sends a keep-alive.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Returns the router. Every request goes to one handler: the plan is the only list of addresses.
pub(super) fn routes(preview: Preview) -> Router {
    Router::new().fallback(handle).with_state(preview)
}

async fn handle(Given(preview): Given<Preview>, request: Request) -> Response {
    let state = preview.current();
    let (request, _) = request.into_parts();
    let mut response = match refusal(&request, &state) {
        Some(refusal) => refusal,
        None => answer(&preview, state, &request).await,
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    // The length stays; a body would be taken for the next response.
    if request.method == Method::HEAD { response.map(|_| Body::empty()) } else { response }
}

/// Returns the response to a request that is not allowed; `None` for one that is.
fn refusal(request: &Parts, state: &State) -> Option<Response> {
    let headers = &request.headers;
    let refusal_response = |status: StatusCode, words: Both| {
        let text = format!("{}\n", words.in_locale(state.locale));
        let mut response = response_of(status, "text/plain; charset=utf-8", text.into_bytes());
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        response
    };
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    let authority = request.uri.authority().map(|authority| authority.as_str());
    let is_known =
        hosts.next().is_none() && host.is_some_and(is_this_machine) && authority.is_none_or(is_this_machine);
    if !is_known {
        return Some(refusal_response(StatusCode::FORBIDDEN, words::other_host()));
    }
    if !matches!(request.method, Method::GET | Method::HEAD) {
        let mut response = refusal_response(StatusCode::METHOD_NOT_ALLOWED, words::read_only());
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Some(response);
    }
    let is_empty = headers.get(header::CONTENT_LENGTH).is_none_or(|length| length == "0")
        && !headers.contains_key(header::TRANSFER_ENCODING);
    (!is_empty).then(|| refusal_response(StatusCode::PAYLOAD_TOO_LARGE, words::no_bodies()))
}

async fn answer(preview: &Preview, state: Arc<State>, request: &Parts) -> Response {
    let path = request.uri.path();
    match preview_address(path) {
        // The preview's own resources are for its own pages, not for a page from elsewhere.
        Some(_) if is_cross_site(&request.headers) => StatusCode::FORBIDDEN.into_response(),
        Some(address) => answer_preview(address, preview, &state, request),
        None => answer_site(state, path.to_owned(), request.uri.query()).await,
    }
}

fn is_cross_site(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site")
}

fn answer_preview(address: PreviewAddress, preview: &Preview, state: &State, request: &Parts) -> Response {
    let text = |kind: &'static str, text: &str| response_of(StatusCode::OK, kind, text.as_bytes().to_vec());
    match address {
        PreviewAddress::Script => text(kind_of("preview.js"), include_str!("preview.js")),
        PreviewAddress::Style => text(kind_of("preview.css"), include_str!("preview.css")),
        PreviewAddress::Remarks => text(HTML, &state.remarks),
        // A HEAD request only checks that it exists, so no stream is opened.
        PreviewAddress::Events if request.method == Method::HEAD => text("text/event-stream", ""),
        PreviewAddress::Events => {
            let tab = Tab::of_query(request.uri.query().unwrap_or_default());
            let alive = KeepAlive::new().interval(HEARTBEAT);
            Sse::new(Events::new(preview, tab)).keep_alive(alive).into_response()
        }
    }
}

async fn answer_site(state: Arc<State>, path: String, query: Option<&str>) -> Response {
    // Pages are rendered on other threads, so that no request waits behind a slow one.
    let page_state = Arc::clone(&state);
    let answer = tokio::task::spawn_blocking(move || match answer_to(&page_state, &path) {
        PathAnswer::Page { status, html } => {
            PathAnswer::Page { status, html: page::with_script(&html, &page_state) }
        }
        other => other,
    });
    let answer = answer.await.unwrap_or_else(|_| PathAnswer::Page {
        status: 500,
        html: page::with_script(&page::failed(&state, None), &state),
    });
    match answer {
        PathAnswer::Page { status, html } => {
            response_of(StatusCode::from_u16(status).unwrap_or(StatusCode::OK), HTML, html)
        }
        PathAnswer::File { kind, bytes } => response_of(StatusCode::OK, kind, bytes),
        PathAnswer::Redirect(target) => {
            let target = query.map_or_else(|| target.clone(), |query| format!("{target}?{query}"));
            let mut response = StatusCode::TEMPORARY_REDIRECT.into_response();
            if let Ok(target) = HeaderValue::from_str(&target) {
                response.headers_mut().insert(header::LOCATION, target);
            }
            response
        }
    }
}

/// Returns a response with these bytes and this content type.
fn response_of(status: StatusCode, kind: &'static str, bytes: Vec<u8>) -> Response {
    let length = HeaderValue::from(bytes.len());
    let kind = HeaderValue::from_static(kind);
    (status, [(header::CONTENT_TYPE, kind), (header::CONTENT_LENGTH, length)], bytes).into_response()
}
