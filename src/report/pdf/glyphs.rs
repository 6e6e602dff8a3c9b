//! What the pages of a PDF would draw, character by character.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};

use super::damaged;
use crate::report::ReadError;

/// A character (or several, for a ligature) and its place on the page, whose origin is the upper left
/// corner.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// What it says; U+FFFD where the font does not tell.
    pub text: String,
    /// Its left end.
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// The height of its font.
    pub size: f64,
    /// How far the next character stands.
    pub width: f64,
}

/// The glyphs of each page, in the order in which the file draws them.
///
/// # Errors
/// [`ReadError::Damaged`] and [`ReadError::Protected`].
pub fn read(bytes: &[u8]) -> Result<Vec<Vec<Glyph>>, ReadError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::Protected { kind: "PDF" },
        LoadPdfError::Decryption(_) => damaged("its encryption is unknown"),
        LoadPdfError::Invalid => damaged("it has no pages"),
    })?;
    if pdf.pages().is_empty() {
        return Err(damaged("it has no pages"));
    }
    let cache = InterpreterCache::new();
    Ok(pdf.pages().iter().map(|page| draw(page, &pdf, &cache)).collect())
}

fn draw<'a>(page: &'a Page<'a>, pdf: &'a Pdf, cache: &InterpreterCache<'a>) -> Vec<Glyph> {
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let upright = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(upright, bounds, cache, pdf.xref(), InterpreterSettings::default());
    let mut collector = Collector { glyphs: Vec::new() };
    interpret_page(page, &mut context, &mut collector);
    collector.glyphs
}

/// A page to draw on that keeps the characters and forgets the rest.
struct Collector {
    glyphs: Vec<Glyph>,
}

impl Device<'_> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => char::REPLACEMENT_CHARACTER.to_string(),
            };
            let width = match &**glyph {
                hayro_interpret::font::Glyph::Outline(outline) => outline.advance_width(),
                hayro_interpret::font::Glyph::Type3(drawn) => drawn.advance_width(),
            };
            self.glyphs.extend(place(text, width, props.transform * glyph.transform()));
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Glyphs are drawn on a square of this side.
const EM: f64 = 1000.0;

fn place(text: String, width: Option<f32>, transform: Affine) -> Option<Glyph> {
    let origin = transform * Point::ZERO;
    let reach = |x: f64, y: f64| (transform * Point::new(x, y) - origin).hypot();
    let size = reach(0.0, EM);
    let width = reach(width.map_or(EM, f64::from), 0.0);
    let sound = [origin.x, origin.y, size, width].iter().all(|number| number.is_finite()) && size > 0.0;
    (sound && !text.trim().is_empty()).then(|| Glyph {
        text: text.trim().to_owned(),
        x: origin.x,
        y: origin.y,
        size,
        width,
    })
}
