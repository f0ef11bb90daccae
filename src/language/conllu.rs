//! Parsed documents as CoNLL-U (universaldependencies.org/format.html), for whoever wants to see what the engine sees.

use std::io::{self, Write};

use super::doc::Doc;
use crate::text::{Span, Tok};

/// Writes the documents of one article: `# newdoc id = …`, then its sentences, one token a line with form, lemma, coarse tag, fine
/// tag, head and label; MISC holds the name's label (`NE=B-PERSON`, `NE=I-PERSON`) and `SpaceAfter=No`.
///
/// White space other than one space is a token of the engine's but none of CoNLL-U's: it stands in MISC as `SpacesAfter=\n` of the
/// token before it (as `UDPipe` writes it), and what hangs on it hangs on its head. Where a head stands in another sentence, which
/// the format cannot say, the token is given as a root.
pub fn write_conllu(out: &mut impl Write, id: &str, docs: &[Doc]) -> io::Result<()> {
    writeln!(out, "# newdoc id = {}", one_line(id))?;
    let mut number = 0;
    for doc in docs {
        for &sentence in doc.sentences() {
            if sentence.range().all(|i| is_space(doc, i)) {
                continue;
            }
            number += 1;
            writeln!(out, "# sent_id = {number}\n# text = {}", one_line(doc.words(sentence).trim()))?;
            write_sentence(out, doc, sentence)?;
            writeln!(out)?;
        }
    }
    Ok(())
}

fn write_sentence(out: &mut impl Write, doc: &Doc, sentence: Span<Tok>) -> io::Result<()> {
    let mut numbers = vec![0; sentence.len()];
    let mut last = 0;
    for i in sentence.range().filter(|&i| !is_space(doc, i)) {
        last += 1;
        numbers[i - sentence.start] = last;
    }
    for i in sentence.range().filter(|&i| !is_space(doc, i)) {
        let token = &doc.tokens[i];
        let head = head(doc, sentence, i).map_or(0, |head| numbers[head - sentence.start]);
        let (form, lemma) = (doc.word(i), Some(doc.published_lemma(i)).filter(|l| !l.is_empty()).unwrap_or("_"));
        let (id, pos) = (numbers[i - sentence.start], token.pos.name());
        let (tag, label) = doc.treebank(i).map_or(("_", "_"), |t| (&t.tag, &t.label));
        writeln!(out, "{id}\t{form}\t{lemma}\t{pos}\t{tag}\t_\t{head}\t{label}\t_\t{}", misc(doc, sentence, i))?;
    }
    Ok(())
}

/// The word of the same sentence that token `i` hangs on, white space passed over; none for a root.
fn head(doc: &Doc, sentence: Span<Tok>, i: usize) -> Option<usize> {
    let mut head = doc.governor(i)?;
    while is_space(doc, head) {
        head = doc.governor(head)?;
    }
    sentence.holds(head).then_some(head)
}

fn misc(doc: &Doc, sentence: Span<Tok>, i: usize) -> String {
    let mut parts = Vec::new();
    if let Some(name) = doc.name_at(i) {
        parts.push(format!("NE={}-{}", if name.tokens.start == i { 'B' } else { 'I' }, name.label));
    }
    let spaces: String = (i + 1..sentence.end).take_while(|&s| is_space(doc, s)).map(|s| spelt(doc.word(s))).collect();
    match (doc.tokens[i].space_after, spaces.as_str()) {
        (true, "") => {}
        (false, "") => parts.push("SpaceAfter=No".to_owned()),
        (true, spaces) => parts.push(format!("SpacesAfter=\\s{spaces}")),
        (false, spaces) => parts.push(format!("SpacesAfter={spaces}")),
    }
    if parts.is_empty() { "_".to_owned() } else { parts.join("|") }
}

fn is_space(doc: &Doc, i: usize) -> bool {
    doc.word(i).chars().all(|c| c.is_whitespace() || c.is_control())
}

/// White space as `UDPipe` spells it.
fn spelt(space: &str) -> String {
    space.replace('\\', "\\\\").replace(' ', "\\s").replace('\t', "\\t").replace('\r', "\\r").replace('\n', "\\n")
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{budget::Budget, language::Engine, text::View};

    fn conllu(text: &str) -> String {
        let view = View::verbatim(text, 0);
        let docs = Engine::english().unwrap().parse(&[&view], &Budget::unlimited()).docs;
        let mut out = Vec::new();
        write_conllu(&mut out, "a.txt", &docs).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_sentence_comes_out_in_ten_columns() {
        let text = conllu("President Maria Duval met Otto Lindt in Vienna.");
        insta::assert_snapshot!(text.replace('\t', " "), @r"
        # newdoc id = a.txt
        # sent_id = 1
        # text = President Maria Duval met Otto Lindt in Vienna.
        1 President President PROPN NNP _ 3 compound _ _
        2 Maria Maria PROPN NNP _ 3 compound _ NE=B-PERSON
        3 Duval Duval PROPN NNP _ 4 nsubj _ NE=I-PERSON
        4 met meet VERB VBD _ 0 ROOT _ _
        5 Otto Otto PROPN NNP _ 6 compound _ NE=B-PERSON
        6 Lindt Lindt PROPN NNP _ 4 dobj _ NE=I-PERSON
        7 in in ADP IN _ 4 prep _ _
        8 Vienna Vienna PROPN NNP _ 7 pobj _ NE=B-GPE|SpaceAfter=No
        9 . . PUNCT . _ 4 punct _ SpaceAfter=No
        ");
    }

    #[test]
    fn white_space_is_no_token_but_is_not_lost() {
        let text = conllu("The talks failed.\n\nThey had lasted  two days.");
        assert!(text.contains("\tSpacesAfter=\\n\\n\n"), "{text}");
        assert!(text.contains("SpacesAfter=\\s\\s\n"), "{text}");
        for line in text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            assert_eq!(line.split('\t').count(), 10, "{line}");
        }
    }

    #[test]
    fn nothing_but_space_is_no_sentence() {
        assert_eq!(conllu(" \n "), "# newdoc id = a.txt\n");
    }
}
