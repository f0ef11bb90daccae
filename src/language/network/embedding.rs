//! The first layer of an encoder: what a word is before its neighbours are looked at.

use super::{batch::Word, hash::four, kernels::Kernels, maxout::MaxoutNorm, product::Affine, rows::add_up, vectors::VectorIndex};
use crate::language::model::{Column, Container, ModelError, NetworkSpec};

/// Words whose static vectors are multiplied together.
const STRIP: usize = 16;

/// A hash embedding, multiplied by its part of the first layer's weights.
#[derive(Debug)]
struct Table {
    column: Column,
    seed: u32,
    rows: usize,
    values: Vec<f32>,
}

/// Hash embeddings and static vectors, mixed by a maxout layer.
///
/// The layer is affine in the concatenation of the embeddings, so each hash table is multiplied by its part of the weights once, at
/// load; what is left of it for a word is a sum of rows. The static vectors are too many for that: most are never asked for, and
/// multiplied they would be three times as large. Theirs are multiplied when a word has one, to the same bits.
#[derive(Debug)]
pub(super) struct Embedding {
    kernels: Kernels,
    tables: Vec<Table>,
    /// The static vectors, and their part of the first layer's weights.
    vectors: Vec<f32>,
    mix: Affine,
    /// Numbers in a static vector.
    part: usize,
    bias: Vec<f32>,
    norm: MaxoutNorm,
}

impl Embedding {
    /// Reads the sections `NAME/embed/…`, `NAME/vectors` and `NAME/layer/0/…`.
    pub(super) fn read(kernels: Kernels, model: &Container, name: &str, spec: &NetworkSpec) -> Result<Self, ModelError> {
        let layer = format!("{name}/layer/0");
        let section = format!("{layer}/weights");
        let ([pieces, width, inputs], weights) = model.shaped(&section)?;
        let norm = MaxoutNorm::read(kernels, model, &layer, pieces, width)?;
        let bias = model.vector(&format!("{layer}/bias"), pieces * width)?;
        let parts = spec.columns.len() + 1;
        if inputs % parts != 0 || spec.seeds.len() != spec.columns.len() {
            return Err(ModelError::section(&section, format!("{inputs} inputs and {} seeds for {parts} parts", spec.seeds.len())));
        }
        let part = inputs / parts;
        let table = |section: &str| -> Result<(usize, Vec<f32>), ModelError> {
            let ([rows, found], values) = model.shaped(section)?;
            if found != part || rows == 0 {
                return Err(ModelError::section(section, format!("{rows} rows of {found}, the first layer wants rows of {part}")));
            }
            Ok((rows, values))
        };
        let weights_of = |at: usize| Affine::new(kernels, &weights[at * part..], inputs, part, &vec![0.0; pieces * width]);
        let mut tables = Vec::new();
        for (at, (&column, &seed)) in spec.columns.iter().zip(&spec.seeds).enumerate() {
            let (rows, values) = table(&format!("{name}/embed/{at}"))?;
            let mut folded = vec![0.0; rows * pieces * width];
            weights_of(at).apply(&values, part, rows, &mut folded);
            tables.push(Table { column, seed, rows, values: folded });
        }
        let (_, vectors) = table(&format!("{name}/vectors"))?;
        Ok(Self { kernels, tables, vectors, mix: weights_of(parts - 1), part, bias, norm })
    }

    /// Numbers in a word's row.
    pub(super) fn width(&self) -> usize {
        self.norm.width()
    }

    /// Static vectors there are.
    pub(super) fn vectors(&self) -> usize {
        self.vectors.len() / self.part
    }

    /// A row for each word.
    pub(super) fn apply(&self, words: &[Word], index: &VectorIndex) -> Vec<f32> {
        let (height, width) = (self.bias.len(), self.width());
        let mut sum = vec![0.0; height];
        let mut out = vec![0.0; words.len() * width];
        let (mut gathered, mut mixed) = (vec![0.0; STRIP * self.part], vec![0.0; STRIP * height]);
        for (words, out) in words.chunks(STRIP).zip(out.chunks_mut(STRIP * width)) {
            let found: Vec<Option<usize>> = words.iter().map(|w| index.find(w.lexeme.orth)).collect();
            let known: Vec<usize> = found.iter().flatten().copied().collect();
            for (row, to) in known.iter().zip(gathered.chunks_exact_mut(self.part)) {
                to.copy_from_slice(&self.vectors[row * self.part..][..self.part]);
            }
            self.mix.apply(&gathered[..known.len() * self.part], self.part, known.len(), &mut mixed[..known.len() * height]);
            let mut vectors = mixed.chunks_exact(height);
            let mut rows: Vec<&[f32]> = Vec::new();
            for ((word, found), out) in words.iter().zip(found).zip(out.chunks_exact_mut(width)) {
                rows.clear();
                for table in &self.tables {
                    let at = |hash: u32| hash as usize % table.rows * height;
                    rows.extend(four(word.feature(table.column), table.seed).map(|hash| &table.values[at(hash)..][..height]));
                }
                rows.extend(found.and_then(|_| vectors.next()));
                add_up(self.kernels, &self.bias, &rows, &mut sum);
                self.norm.apply(&sum, None, out);
            }
        }
        out
    }
}

impl Word {
    fn feature(&self, column: Column) -> u64 {
        match column {
            Column::Norm => self.lexeme.norm,
            Column::Prefix => self.lexeme.prefix,
            Column::Suffix => self.lexeme.suffix,
            Column::Shape => self.lexeme.shape,
            Column::SpaceAfter => self.space_after.into(),
            Column::IsSpace => self.lexeme.is_space.into(),
        }
    }
}
