use paraph::{article::*, budget::Budget, segments::sort};
use serde_json::{Value, json};
fn main() {
    let out = std::env::args().nth(1).unwrap();
    let verbose = std::env::args().nth(2).is_some();
    for path in std::io::stdin().lines() {
        let path = path.unwrap();
        let d: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let i = &d["input"];
        let g = |k: &str| i[k].as_str().map(str::to_owned);
        let source = if let Some(t) = g("text") { Source::Text(t) } else { Source::Html(g("html").unwrap()) };
        let input = Input { source, url: g("url"), title: g("title"), published_at: g("published_at"), language: g("language") };
        let t = std::time::Instant::now();
        let a = Article::read(&input, &Budget::unlimited()).unwrap();
        let s = sort(&a);
        let took = t.elapsed();
        let posts: Vec<Value> = s.passages.iter().filter_map(|p| p.post.as_ref().map(|e| json!({"handle": e.handle, "posted_on": e.posted_on, "text": &a.text[e.words.range()], "platform": e.platform, "url": e.url, "author": e.author, "language": p.language}))).collect();
        let id = std::path::Path::new(&path).file_stem().unwrap().to_str().unwrap().to_owned();
        std::fs::write(format!("{out}/{id}.json"), json!({"posts": posts}).to_string()).unwrap();
        let mut quotes = 0;
        println!(
            "##### {id} {took:?} lang {:?} {:.2} title {:?} {:?} {:?} {:?} ref {:?}",
            s.language,
            s.language_confidence,
            a.title,
            a.byline,
            a.site,
            a.published_at,
            reference(&a)
        );
        for p in &s.passages {
            quotes += p.marks.len();
            if verbose {
                println!(
                    "[{:?} {} {}{}{}] {}",
                    p.kind,
                    p.language.as_deref().unwrap_or("-"),
                    if p.list_item { "li " } else { "" },
                    if p.heading { "h " } else { "" },
                    if p.in_title { "t" } else { "" },
                    p.view.text()
                );
                for m in &p.marks {
                    println!(
                        "      {}{}{} <{}>",
                        m.depth,
                        if m.continued { "<" } else { "" },
                        if m.continues { ">" } else { "" },
                        &p.view.text()[m.inner.range()]
                    );
                }
            }
        }
        let _ = quotes;
    }
}
