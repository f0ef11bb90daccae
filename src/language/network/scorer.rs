//! Scores of transitions, from the tokens that a state looks at.

use pulp::{Simd, WithSimd};

use super::{
    kernels::{Kernels, LANES},
    product::Affine,
    rows::add_up_inlined,
};
use crate::language::model::{Container, ModelError};

/// Stands for a token that a state looks for and does not have.
pub const ABSENT: u32 = u32::MAX;

/// The upper part of a transition-based model: a maxout layer over the tokens that a state looks at, whose part for each token
/// in each place is computed beforehand (Chen & Manning 2014, "A Fast and Accurate Dependency Parser", §3.2), and a linear one.
#[derive(Debug)]
pub struct Scorer {
    kernels: Kernels,
    project: Affine,
    lower: Affine,
    lower_bias: Vec<f32>,
    /// For each place, what stands in for an absent token.
    absent: Vec<f32>,
    upper: Affine,
    pieces: usize,
}

impl Scorer {
    /// Reads the sections `NAME/project/…`, `NAME/lower/…`, `NAME/upper/…`; the encoder's rows have `row` numbers, a state looks
    /// at `places` tokens and chooses among `moves`.
    pub fn read(kernels: Kernels, model: &Container, name: &str, row: usize, places: usize, moves: usize) -> Result<Self, ModelError> {
        let affine = |part: &str, outputs: usize, inputs: usize| -> Result<Affine, ModelError> {
            let section = format!("{name}/{part}/weights");
            let ([o, i], weights) = model.shaped(&section)?;
            if (o, i) != (outputs, inputs) {
                return Err(ModelError::section(&section, format!("{o} × {i}, {outputs} × {inputs} is wanted")));
            }
            let bias = model.vector(&format!("{name}/{part}/bias"), outputs)?;
            Ok(Affine::new(kernels, &weights, inputs, inputs, &bias))
        };
        let section = format!("{name}/lower/weights");
        let ([found, pieces, hidden, inputs], weights) = model.shaped(&section)?;
        if found != places || pieces == 0 || hidden == 0 || !hidden.is_multiple_of(LANES) {
            return Err(ModelError::section(
                &section,
                format!("{found} places, {pieces} × {hidden} numbers: {places} places and a multiple of {LANES} are wanted"),
            ));
        }
        let lower_bias = model.vector(&format!("{name}/lower/bias"), pieces * hidden)?;
        let section = format!("{name}/lower/absent");
        let ([rows, width], absent) = model.shaped(&section)?;
        if (rows, width) != (places, pieces * hidden) {
            return Err(ModelError::section(&section, format!("{rows} × {width}, {places} × {} is wanted", pieces * hidden)));
        }
        Ok(Self {
            kernels,
            project: affine("project", inputs, row)?,
            lower: Affine::new(kernels, &weights, inputs, inputs, &vec![0.0; places * pieces * hidden]),
            lower_bias,
            absent,
            upper: affine("upper", moves, hidden)?,
            pieces,
        })
    }

    /// Prepares the scores of one text, of which `x` holds the encoder's rows.
    pub fn prepare<'s>(&'s self, x: &[f32], row: usize) -> Scores<'s> {
        let tokens = x.len() / row;
        let mut projected = vec![0.0; tokens * self.project.outputs()];
        self.project.apply(x, row, tokens, &mut projected);
        let mut parts = vec![0.0; tokens * self.lower.outputs()];
        self.lower.apply(&projected, self.project.outputs(), tokens, &mut parts);
        let sum = vec![0.0; self.lower_bias.len()];
        Scores { scorer: self, parts, sum, moves: vec![0.0; self.upper.outputs()] }
    }
}

/// The scores of the states of one text.
#[derive(Debug)]
pub struct Scores<'s> {
    scorer: &'s Scorer,
    /// For each token, for each place, its part of the lower layer.
    parts: Vec<f32>,
    sum: Vec<f32>,
    /// The latest scores.
    moves: Vec<f32>,
}

impl Scores<'_> {
    /// A score for each move, of the state that looks at these tokens ([`ABSENT`] where there is none).
    pub fn of<const PLACES: usize>(&mut self, tokens: [u32; PLACES]) -> &[f32] {
        let width = self.sum.len();
        let rows: [&[f32]; PLACES] = std::array::from_fn(|place| {
            let from = match tokens[place] {
                ABSENT => &self.scorer.absent[place * width..],
                token => &self.parts[(token as usize * PLACES + place) * width..],
            };
            &from[..width]
        });
        self.scorer.kernels.run(Score { scorer: self.scorer, rows: &rows, sum: &mut self.sum, scores: &mut self.moves });
        &self.moves
    }
}

struct Score<'a> {
    scorer: &'a Scorer,
    rows: &'a [&'a [f32]],
    sum: &'a mut [f32],
    scores: &'a mut [f32],
}

impl WithSimd for Score<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self { scorer, rows, sum, scores } = self;
        add_up_inlined(simd, &scorer.lower_bias, rows, sum);
        let (hidden, others) = sum.split_at_mut(sum.len() / scorer.pieces);
        for other in others.chunks_exact(hidden.len()) {
            for (most, &x) in S::as_mut_simd_f32s(hidden).0.iter_mut().zip(S::as_simd_f32s(other).0) {
                *most = simd.max_f32s(*most, x);
            }
        }
        scorer.upper.apply_row(simd, hidden, scores);
    }
}
