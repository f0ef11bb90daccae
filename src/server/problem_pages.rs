//! `GET /problems/{code}`: where a problem's `type` leads. What it says stands in `docs/API.md`, a section for each problem.

use std::sync::LazyLock;

use axum::{
    extract::{OriginalUri, Path},
    response::{IntoResponse, Response},
};
use pulldown_cmark::{Parser, html::push_html};

use super::{
    pages::{Name, page},
    router::not_found,
};
use crate::wire::ProblemKind;

static API: &str = include_str!("../../docs/API.md");

/// A section: its problem's code, its HTML.
type Section = (&'static str, String);

static SECTIONS: LazyLock<Vec<Section>> = LazyLock::new(|| {
    let sections = ProblemKind::ALL.map(|kind| (kind.code(), section(kind.code()).unwrap_or_default()));
    sections.map(|(code, text)| (code, rendered(text))).into()
});

/// `GET /problems`: all of them.
pub(super) async fn all() -> impl IntoResponse {
    let sections = SECTIONS.iter().flat_map(|(code, html)| ["<section id=\"", code, "\">", html, "</section>\n"]);
    let list: String = sections.collect();
    page(whole("Problems", "docs/plain.css", &list))
}

/// `GET /problems/{code}`.
pub(super) async fn one(code: Name, uri: OriginalUri) -> Response {
    let found = code.ok().and_then(|Path(code)| SECTIONS.iter().find(|(known, _)| *known == code));
    let Some((code, html)) = found else { return not_found(uri).await.into_response() };
    page(whole(code, "../docs/plain.css", &format!("{html}<p><a href=\"../problems\">All problems</a></p>\n"))).into_response()
}

/// The section of `docs/API.md` on a problem: from its heading to the next.
fn section(code: &str) -> Option<&'static str> {
    let start = API.find(&format!("### {code} "))?;
    let text = API.get(start..)?;
    let end = text.find("\n##").unwrap_or(text.len());
    text.get(..end)
}

fn rendered(markdown: &str) -> String {
    let mut html = String::new();
    push_html(&mut html, Parser::new(markdown));
    html
}

fn whole(title: &str, style: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Paraph: {title}</title>\n\
         <link rel=\"stylesheet\" href=\"{style}\">\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_problem_has_a_section_of_its_own_and_no_more() {
        for kind in ProblemKind::ALL {
            let text = section(kind.code()).unwrap();
            assert!(text.starts_with(&format!("### {} · {}\n", kind.code(), kind.status())), "{text}");
            assert!(text.len() > 60 && text.matches("###").count() == 1, "{text}");
        }
        assert_eq!(section("no-such"), None);
    }
}
