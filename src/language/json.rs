//! Parsed documents as JSON, for tools that hold them against another pipeline's.

use std::io::{self, Write};

use serde::Serialize;

use super::doc::Doc;
use crate::text::{OffsetUnit, Offsets};

#[derive(Serialize)]
struct ArticleJson<'d> {
    id: &'d str,
    blocks: Vec<BlockJson<'d>>,
}

#[derive(Serialize)]
struct BlockJson<'d> {
    text: &'d str,
    tokens: Vec<TokenJson<'d>>,
    names: Vec<NameJson<'d>>,
}

/// Positions count code points of the block's text, heads index its tokens.
#[derive(Serialize)]
struct TokenJson<'d> {
    start: usize,
    end: usize,
    lemma: &'d str,
    pos: &'d str,
    tag: &'d str,
    head: usize,
    label: &'d str,
    sentence_start: bool,
}

#[derive(Serialize)]
struct NameJson<'d> {
    start: usize,
    end: usize,
    label: &'d str,
}

/// Writes the documents of one article as one line: `{"id", "blocks": [{"text", "tokens": […], "names": […]}]}`.
pub fn write_json(out: &mut impl Write, id: &str, docs: &[Doc]) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &ArticleJson { id, blocks: docs.iter().map(block).collect() })?;
    writeln!(out)
}

fn block(doc: &Doc) -> BlockJson<'_> {
    let offsets = Offsets::new(&doc.text, OffsetUnit::Unicode);
    let token = |i: usize| {
        let (t, treebank) = (&doc.tokens[i], doc.treebank(i));
        TokenJson {
            start: offsets.position(t.span.start),
            end: offsets.position(t.span.end),
            lemma: doc.published_lemma(i),
            pos: t.pos.name(),
            tag: treebank.map_or("", |t| &t.tag),
            head: t.head,
            label: treebank.map_or("", |t| &t.label),
            sentence_start: i == 0 || t.sentence_start,
        }
    };
    let names = doc.names.iter().map(|n| NameJson { start: n.tokens.start, end: n.tokens.end, label: &n.label });
    BlockJson { text: &doc.text, tokens: (0..doc.len()).map(token).collect(), names: names.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{budget::Budget, language::Engine, text::View};

    #[test]
    fn positions_count_code_points() {
        let view = View::verbatim("Señor Peña left.", 0);
        let docs = Engine::english().unwrap().parse(&[&view], &Budget::unlimited()).docs;
        let mut out = Vec::new();
        write_json(&mut out, "a.txt", &docs).unwrap();
        let article: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let tokens = &article["blocks"][0]["tokens"];
        assert_eq!((&tokens[1]["start"], &tokens[1]["end"], &tokens[2]["lemma"]), (&6.into(), &10.into(), &"leave".into()));
        assert_eq!(article["blocks"][0]["names"][0]["label"], "PERSON");
    }
}
