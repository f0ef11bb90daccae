//! Strings of a program that tell an article: what a front-end framework hands its own code as arguments, or as JSON in a string.

use super::told::Told;

/// Bytes of a string that is looked at, and from which on it may hold JSON.
const SHORTEST: usize = 60;
const JSON: usize = 250;

/// What a program's strings tell; a string that holds JSON tells what that holds. Linear: a line that leaves a string open is passed over.
pub(super) fn told(program: &str) -> Told {
    let bytes = program.as_bytes();
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(open) = memchr::memchr2(b'"', b'\'', &bytes[at..]).map(|found| at + found) {
        let (end, closed) = literal_end(bytes, open);
        if closed && end - open > SHORTEST {
            let told = of_literal(&program[open + 1..end]);
            if told != Told::Nothing {
                items.push(told);
            }
        }
        at = (end + 1).min(bytes.len());
    }
    Told::several(items)
}

/// The byte of the mark that closes the string which opens at `open`; else that of the line's end.
fn literal_end(bytes: &[u8], open: usize) -> (usize, bool) {
    let mut at = open + 1;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr3(bytes[open], b'\\', b'\n', rest)).map(|found| at + found) {
        match bytes[found] {
            b'\\' => at = found + 2,
            mark => return (found, mark == bytes[open]),
        }
    }
    (bytes.len(), false)
}

fn of_literal(literal: &str) -> Told {
    let Some(text) = unescaped(literal) else { return Told::Nothing };
    match Told::of(&text) {
        Told::Nothing if text.len() >= JSON => Told::of_json(&text).unwrap_or(Told::Nothing),
        told => told,
    }
}

/// A string's characters; its escapes become JSON's, which reads them.
fn unescaped(literal: &str) -> Option<String> {
    if !literal.contains(['\\', '"']) {
        return Some(literal.to_owned());
    }
    let mut json = String::with_capacity(literal.len() + 2);
    json.push('"');
    let mut chars = literal.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next()? {
                'x' => json.push_str("\\u00"),
                escape @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u') => json.extend(['\\', escape]),
                '\n' => {}
                other => json.push(other),
            },
            '"' => json.push_str("\\\""),
            c if c.is_control() => json.push(' '),
            c => json.push(c),
        }
    }
    json.push('"');
    serde_json::from_str(&json).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "The two ministers met on the pier on Monday and talked about the price of salt.";
    const TWO: &str = "Nothing was signed, said officials of both ports, who will meet again in spring.";

    fn found(program: &str) -> Vec<String> {
        let told = told(program);
        let mut texts = Vec::new();
        told.collect(&mut texts);
        texts.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn strings_that_are_prose_or_hold_it() {
        let quoted = "They said: “Salt's \"back\".” It was late on the pier when the ferry came in.";
        assert_eq!(found(&format!("(function(a,b){{return {{text:a}}}}(\"{ONE}\",'{TWO}'))")), [ONE, TWO]);
        assert_eq!(
            found(&format!(
                "x=JSON.parse({})",
                serde_json::to_string(&serde_json::json!([[ONE], [TWO, 1, vec![2; 60]]]).to_string()).unwrap()
            )),
            [ONE, TWO]
        );
        assert_eq!(found(&format!("x={}", serde_json::to_string(quoted).unwrap())), [quoted]);
        assert_eq!(
            found(r"x='\x3Cp>The harbour master\'s boat \u2014 the old one \u2014 came in late on Monday.\x3C/p>'"),
            ["<p>The harbour master's boat — the old one — came in late on Monday.</p>"]
        );
    }

    #[test]
    fn code_tells_nothing() {
        for program in [
            "",
            "'",
            "\"\\",
            "a='b'",
            "// don't\nvar x = 'a b c';",
            &"'\\".repeat(999),
            &"\"\n".repeat(99),
            &format!("x='{}'", "a{b} ".repeat(99)),
        ] {
            assert!(found(program).is_empty(), "{program}");
        }
        assert_eq!(found(&format!("// don't\nx='{ONE}'")), [ONE]);
    }
}
