//! The file that a model comes in.
//!
//! All numbers are little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `PARAPHLM` |
//! | 4 | form of the file, [`FORMAT`] |
//! | 4 | CRC-32 (as in zip) of all that follows |
//! | 4 | number of sections |
//! | … | for each section: length of its name (2), name, kind (1: 0 bytes, 1 f16, 2 f32), number of dimensions (1), each dimension (4), offset of its data from the end of this table (8), length in bytes (8) |
//! | … | the data |

use std::{borrow::Cow, collections::BTreeMap, ops::Range};

use half::{f16, slice::HalfFloatSliceExt};

use super::error::ModelError;

const MAGIC: &[u8; 8] = b"PARAPHLM";
/// The form of file that this version reads.
const FORMAT: u32 = 1;
/// Where the part that the checksum covers begins.
const BODY: usize = 16;

/// How a section's data is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bytes,
    Half,
    Single,
}

#[derive(Debug)]
struct Section {
    kind: Kind,
    shape: Vec<usize>,
    data: Range<usize>,
}

/// Numbers in row-major order, and how many there are along each dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Tensor {
    /// The extent of each dimension, the slowest first.
    pub shape: Vec<usize>,
    /// The numbers.
    pub values: Vec<f32>,
}

/// A model's sections by name.
#[derive(Debug)]
pub struct Container {
    bytes: Cow<'static, [u8]>,
    sections: BTreeMap<String, Section>,
    checksum: u32,
}

impl Container {
    /// Reads and checks `bytes`; `model` is what an error calls it.
    pub fn read(model: &str, bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let container = Self::open(model, bytes)?;
        let (found, wanted) = (crc32fast::hash(&container.bytes[BODY..]), container.checksum);
        if found == wanted { Ok(container) } else { Err(ModelError::Checksum { model: model.to_owned(), found, wanted }) }
    }

    /// Reads `bytes` without holding them against their checksum, which takes a look at all of them: for what a model says of itself.
    pub fn open(model: &str, bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        if !bytes.starts_with(MAGIC) {
            return Err(ModelError::NotAModel { model: model.to_owned() });
        }
        let truncated = |at| ModelError::Truncated { model: model.to_owned(), at };
        let mut header = Reader { bytes: &bytes, at: MAGIC.len() };
        let format = header.u32().map_err(truncated)?;
        if format != FORMAT {
            return Err(ModelError::Format { model: model.to_owned(), found: format, wanted: FORMAT });
        }
        let checksum = header.u32().map_err(truncated)?;
        let sections = read_table(&bytes, header).map_err(truncated)?;
        Ok(Self { bytes, sections, checksum })
    }

    /// The checksum over all sections: what tells two models of one version apart.
    pub fn checksum(&self) -> u32 {
        self.checksum
    }

    /// The opaque bytes of a section.
    pub fn data(&self, name: &str) -> Result<&[u8], ModelError> {
        Ok(&self.bytes[self.section(name, Kind::Bytes)?.data.clone()])
    }

    /// The same for whoever keeps them: lent where the model is part of the binary, copied where it was read from a file.
    pub fn lasting_data(&self, name: &str) -> Result<Cow<'static, [u8]>, ModelError> {
        let range = self.section(name, Kind::Bytes)?.data.clone();
        Ok(match &self.bytes {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[range]),
            Cow::Owned(bytes) => Cow::Owned(bytes[range].to_vec()),
        })
    }

    /// A tensor in single precision, whatever it is kept in.
    pub fn tensor(&self, name: &str) -> Result<Tensor, ModelError> {
        let section = self.find(name)?;
        let data = &self.bytes[section.data.clone()];
        let values = match section.kind {
            Kind::Bytes => return Err(ModelError::section(name, "bytes stand where numbers are wanted")),
            Kind::Half => {
                let halves: Vec<f16> = data.chunks_exact(2).map(|b| f16::from_le_bytes([b[0], b[1]])).collect();
                let mut values = vec![0.0; halves.len()];
                halves.convert_to_f32_slice(&mut values);
                values
            }
            Kind::Single => data.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect(),
        };
        if values.len() != section.shape.iter().product::<usize>() {
            return Err(ModelError::section(name, format!("{} numbers do not fill the shape {:?}", values.len(), section.shape)));
        }
        Ok(Tensor { shape: section.shape.clone(), values })
    }

    /// A tensor of `N` dimensions, and their extents.
    pub fn shaped<const N: usize>(&self, name: &str) -> Result<([usize; N], Vec<f32>), ModelError> {
        let tensor = self.tensor(name)?;
        match <[usize; N]>::try_from(tensor.shape) {
            Ok(shape) => Ok((shape, tensor.values)),
            Err(shape) => Err(ModelError::section(name, format!("the shape is {shape:?}, {N} dimensions are wanted"))),
        }
    }

    /// A tensor of one dimension with `length` numbers.
    pub fn vector(&self, name: &str, length: usize) -> Result<Vec<f32>, ModelError> {
        let ([found], values) = self.shaped(name)?;
        if found != length {
            return Err(ModelError::section(name, format!("{found} numbers, {length} are wanted")));
        }
        Ok(values)
    }

    fn find(&self, name: &str) -> Result<&Section, ModelError> {
        self.sections.get(name).ok_or_else(|| ModelError::section(name, "it is missing"))
    }

    fn section(&self, name: &str, kind: Kind) -> Result<&Section, ModelError> {
        let section = self.find(name)?;
        if section.kind == kind { Ok(section) } else { Err(ModelError::section(name, format!("it is kept as {:?}", section.kind))) }
    }
}

/// The table, or the byte where it does not hold together.
fn read_table(bytes: &[u8], mut table: Reader<'_>) -> Result<BTreeMap<String, Section>, usize> {
    let count = table.u32()?;
    let mut sections = BTreeMap::new();
    for _ in 0..count {
        let at = table.at;
        let length = table.u16()?;
        let name = String::from_utf8_lossy(table.take(length.into())?).into_owned();
        let kind = match table.u8()? {
            0 => Kind::Bytes,
            1 => Kind::Half,
            2 => Kind::Single,
            _ => return Err(at),
        };
        let dimensions = table.u8()?;
        let shape = (0..dimensions).map(|_| table.u32().map(|d| d as usize)).collect::<Result<_, _>>()?;
        let offset = usize::try_from(table.u64()?).map_err(|_| at)?;
        let length = usize::try_from(table.u64()?).map_err(|_| at)?;
        let data = offset..offset.checked_add(length).ok_or(at)?;
        sections.insert(name, Section { kind, shape, data });
    }
    let start = table.at;
    for section in sections.values_mut() {
        let end = start.checked_add(section.data.end).filter(|&end| end <= bytes.len()).ok_or(bytes.len())?;
        section.data = start + section.data.start..end;
    }
    Ok(sections)
}

/// Takes numbers from the front; an error is the byte where there were too few.
struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], usize> {
        let taken = self.bytes.get(self.at..).and_then(|rest| rest.get(..count)).ok_or(self.at)?;
        self.at += count;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], usize> {
        let at = self.at;
        self.take(N)?.try_into().map_err(|_| at)
    }

    fn u8(&mut self) -> Result<u8, usize> {
        self.array().map(u8::from_le_bytes)
    }

    fn u16(&mut self) -> Result<u16, usize> {
        self.array().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Result<u32, usize> {
        self.array().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Result<u64, usize> {
        self.array().map(u64::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A model with the tensor `a` ([2, 2], half precision) and the bytes `b`.
    fn model() -> Vec<u8> {
        let mut rest = 2u32.to_le_bytes().to_vec();
        let halves: Vec<u8> = [1.0, -0.5, 2.0, 0.25].iter().flat_map(|&x| f16::from_f32(x).to_le_bytes()).collect();
        for (name, kind, shape, offset, length) in [(b'a', 1u8, vec![2u32, 2], 0u64, 8u64), (b'b', 0, vec![3], 8, 3)] {
            rest.extend([1, 0, name, kind, shape.len() as u8]);
            rest.extend(shape.iter().flat_map(|d| d.to_le_bytes()));
            rest.extend(offset.to_le_bytes());
            rest.extend(length.to_le_bytes());
        }
        rest.extend(halves);
        rest.extend(*b"xyz");
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend(crc32fast::hash(&rest).to_le_bytes());
        bytes.extend(rest);
        bytes
    }

    fn read(bytes: Vec<u8>) -> Result<Container, ModelError> {
        Container::read("test", bytes.into())
    }

    #[test]
    fn tensors_and_bytes_come_out_as_they_went_in() {
        let model = read(model()).unwrap();
        assert_eq!(model.tensor("a").unwrap(), Tensor { shape: vec![2, 2], values: vec![1.0, -0.5, 2.0, 0.25] });
        assert_eq!(model.data("b").unwrap(), b"xyz");
    }

    #[test]
    fn an_error_says_what_is_wrong() {
        let text = |e: ModelError| e.to_string();
        assert!(text(read(b"PK\x03\x04".to_vec()).unwrap_err()).contains("is no model of this engine"));
        let mut other = model();
        other[8] = 9;
        assert!(text(read(other).unwrap_err()).contains("has form 9, this version reads form 1"));
        let mut damaged = model();
        *damaged.last_mut().unwrap() ^= 1;
        assert!(text(read(damaged).unwrap_err()).contains("is damaged"));
        let whole = read(model()).unwrap();
        assert!(text(whole.tensor("c").unwrap_err()).contains("section 'c': it is missing"));
        assert!(text(whole.tensor("b").unwrap_err()).contains("bytes stand where numbers are wanted"));
        assert!(text(whole.vector("a", 4).unwrap_err()).contains("1 dimensions are wanted"));
    }

    #[test]
    fn no_cut_model_is_read() {
        let whole = model();
        for end in 0..whole.len() {
            let mut cut = whole[..end].to_vec();
            if end >= BODY {
                let crc = crc32fast::hash(&cut[BODY..]);
                cut[12..BODY].copy_from_slice(&crc.to_le_bytes());
            }
            assert!(read(cut).is_err(), "{end}");
        }
    }
}
