//! How fast the language engine is, part by part: `cargo bench --bench engine`.
//!
//! Each part is measured twice over the same page: by tokens and by bytes.

#![allow(missing_docs, clippy::unwrap_used, reason = "criterion's macros write undocumented items; a bench may panic")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use paraph::{
    budget::Budget,
    language::{
        Engine, Pack,
        model::{Container, Manifest},
        network::{BatchBuilder, Encoder, Kernels, VectorIndex},
        parser::Parser,
        tokenizer::RawToken,
    },
    text::View,
};

/// A page of news; nothing in it happened.
const PAGE: &str = include_str!("page.txt");

fn part(criterion: &mut Criterion, name: &str, tokens: usize, mut run: impl FnMut()) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(tokens as u64)).bench_function("tokens", |b| b.iter(&mut run));
    group.throughput(Throughput::Bytes(PAGE.len() as u64)).bench_function("bytes", |b| b.iter(&mut run));
    group.finish();
}

fn parts(criterion: &mut Criterion) {
    let engine = Engine::english().unwrap();
    let paragraphs: Vec<&str> = PAGE.split("\n\n").collect();
    let texts: Vec<Vec<RawToken>> = paragraphs.iter().map(|p| engine.tokenizer().tokenize(p)).collect();
    let tokens = texts.iter().map(Vec::len).sum();
    part(criterion, "tokenizer", tokens, || {
        for paragraph in &paragraphs {
            black_box(engine.tokenizer().tokenize(paragraph));
        }
    });

    let model = Container::read("en", Pack::embedded("en").unwrap().model).unwrap();
    let manifest = Manifest::read(&model).unwrap();
    let encoder = Encoder::read(Kernels::detect(), &model, &manifest, "words").unwrap();
    let vectors = VectorIndex::read(&model, encoder.vectors()).unwrap();
    let mut builder = BatchBuilder::default();
    for (paragraph, tokens) in paragraphs.iter().zip(&texts) {
        builder.push(engine.tokenizer(), paragraph, tokens);
    }
    let batch = builder.finish();
    part(criterion, "network", tokens, || {
        black_box(encoder.encode(&batch, &vectors));
    });

    let parser = Parser::read(Kernels::detect(), &model, &manifest, encoder.width()).unwrap();
    let (rows, width) = (encoder.encode(&batch, &vectors), encoder.width());
    part(criterion, "parser", tokens, || {
        for (i, text) in texts.iter().enumerate() {
            let rows = &rows[batch.rows(i).start * width..batch.rows(i).end * width];
            black_box(parser.parse(rows, width, |t| text[t].is_space));
        }
    });

    let views: Vec<View> = paragraphs.iter().map(|p| View::verbatim(p, 0)).collect();
    let views: Vec<&View> = views.iter().collect();
    part(criterion, "whole way", tokens, || {
        black_box(engine.parse(&views, &Budget::unlimited()));
    });
    criterion.bench_function("load", |b| b.iter(|| Engine::new(Pack::embedded("en").unwrap())));
}

criterion_group!(benches, parts);
criterion_main!(benches);
