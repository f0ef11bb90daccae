//! The page where a person sees an article marked up.

use std::collections::BTreeSet;

use axum::{body::Body, http::Request};

use super::client::{Client, quick_but};

/// Names in quotation marks that begin with `start`, without it.
fn named<'t>(text: &'t str, start: &'t str) -> impl Iterator<Item = String> + use<'t> {
    text.split(['"', '\'', '`']).filter_map(move |word| word.strip_prefix(start)).map(str::to_owned)
}

#[tokio::test]
async fn everything_that_the_page_is_made_of_is_served_here() {
    let client = Client::default();
    let page = client.get("/").await;
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
    let html = String::from_utf8(page.body.to_vec()).unwrap();
    let mut left: Vec<String> = named(&html, "page/").collect();
    assert_eq!(left, ["page.css", "page.js"]);
    let mut seen = BTreeSet::new();
    while let Some(file) = left.pop() {
        let answer = client.get(&format!("/page/{file}")).await;
        assert_eq!(answer.status, 200, "{file}");
        assert!(answer.headers["cache-control"].to_str().unwrap().starts_with("max-age="));
        let text = String::from_utf8(answer.body.to_vec()).unwrap();
        left.extend(named(&text, "./").filter(|other| !seen.contains(other)));
        seen.insert(file);
    }
    assert_eq!(seen.len(), 7, "{seen:?}");
    let example = client.get("/page/example.txt").await;
    assert_eq!(example.headers["content-type"], "text/plain; charset=utf-8");
    assert_eq!(client.get("/page/docs.js").await.status, 404);
}

/// No other host, no code and no style but that of files.
#[tokio::test]
async fn the_policy_lets_nothing_in_that_the_page_did_not_bring() {
    let client = Client::default();
    let page = client.get("/").await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe-") && !policy.contains("http"), "{policy}");
    let html = String::from_utf8(page.body.to_vec()).unwrap();
    for inline in ["<style", "style=", "<script>", " onclick", "//"] {
        assert!(!html.replace("placeholder=\"https://\"", "").contains(inline), "{inline}");
    }
    for file in ["article.js", "dom.js", "page.js", "problem.js", "records.js"] {
        let text = client.get(&format!("/page/{file}")).await.body;
        let text = std::str::from_utf8(&text).unwrap();
        assert!(!text.contains("innerHTML") && !text.contains("eval(") && !text.contains(".style."), "{file}");
    }
}

#[tokio::test]
async fn behind_a_base_path_its_links_lead_to_where_it_stands() {
    let client = Client::new(quick_but(|c| c.listen.base_path = "/desk/paraph".into()));
    let get = async |path: &str| client.raw(Request::get(path).body(Body::empty()).unwrap()).await;
    let moved = get("/desk/paraph").await;
    assert_eq!((moved.status, moved.headers["location"].to_str().unwrap()), (308, "/desk/paraph/"));
    for path in ["/desk/paraph/", "/desk/paraph/page/page.js", "/desk/paraph/docs"] {
        assert_eq!(get(path).await.status, 200, "{path}");
    }
    assert_eq!(get("/").await.status, 404);
}
