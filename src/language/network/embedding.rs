//! The first layer of an encoder: what a word is before its neighbours are looked at.

use super::{batch::Word, hash::four, kernels::Kernels, maxout::MaxoutNorm, product::Affine, rows::add_up, vectors::VectorIndex};
use crate::language::model::{Column, Container, ModelError, NetworkSpec};

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
/// The layer is affine in the concatenation of the embeddings, so each table is multiplied by its part of the weights once, at
/// load; what is left for a word is a sum of rows.
#[derive(Debug)]
pub(super) struct Embedding {
    kernels: Kernels,
    tables: Vec<Table>,
    /// The static vectors, multiplied in the same way.
    vectors: Vec<f32>,
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
        let folded = |section: &str, at: usize| -> Result<(usize, Vec<f32>), ModelError> {
            let ([rows, found], values) = model.shaped(section)?;
            if found != part || rows == 0 {
                return Err(ModelError::section(section, format!("{rows} rows of {found}, the first layer wants rows of {part}")));
            }
            let affine = Affine::new(kernels, &weights[at * part..], inputs, part, &vec![0.0; pieces * width]);
            let mut folded = vec![0.0; rows * pieces * width];
            affine.apply(&values, part, rows, &mut folded);
            Ok((rows, folded))
        };
        let mut tables = Vec::new();
        for (at, (&column, &seed)) in spec.columns.iter().zip(&spec.seeds).enumerate() {
            let (rows, values) = folded(&format!("{name}/embed/{at}"), at)?;
            tables.push(Table { column, seed, rows, values });
        }
        let (_, vectors) = folded(&format!("{name}/vectors"), parts - 1)?;
        Ok(Self { kernels, tables, vectors, bias, norm })
    }

    /// Numbers in a word's row.
    pub(super) fn width(&self) -> usize {
        self.norm.width()
    }

    /// Static vectors there are.
    pub(super) fn vectors(&self) -> usize {
        self.vectors.len() / self.bias.len()
    }

    /// A row for each word.
    pub(super) fn apply(&self, words: &[Word], index: &VectorIndex) -> Vec<f32> {
        let height = self.bias.len();
        let mut sum = vec![0.0; height];
        let mut out = vec![0.0; words.len() * self.width()];
        let mut rows: Vec<&[f32]> = Vec::new();
        for (word, out) in words.iter().zip(out.chunks_exact_mut(self.width())) {
            rows.clear();
            for table in &self.tables {
                let at = |hash: u32| hash as usize % table.rows * height;
                rows.extend(four(word.feature(table.column), table.seed).map(|hash| &table.values[at(hash)..][..height]));
            }
            rows.extend(index.find(word.lexeme.orth).map(|row| &self.vectors[row * height..][..height]));
            add_up(self.kernels, &self.bias, &rows, &mut sum);
            self.norm.apply(&sum, None, out);
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
