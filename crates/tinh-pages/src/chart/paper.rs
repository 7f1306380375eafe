//! The sheet a chart is drawn on: text that fits, samples for the legend.

use plotters::coord::Shift;
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::{DrawingArea, IntoDrawingArea, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};
use unicode_width::UnicodeWidthStr;

use super::{ChartError, Drawn};

/// Pixels around everything.
pub(super) const MARGIN: i32 = 12;
/// The height of a line of text in the header, the legend and the notes.
pub(super) const LINE: i32 = 17;
const TITLE_LINE: i32 = 22;

pub(super) const TITLE: Font = Font {
    size: 16,
    asked: 19.84,
    is_bold: true,
};
pub(super) const BODY: Font = Font {
    size: 12,
    asked: 14.88,
    is_bold: false,
};
pub(super) const SMALL: Font = Font {
    size: 11,
    asked: 13.64,
    is_bold: false,
};

pub(super) const BLACK: RGBColor = RGBColor(0, 0, 0);
pub(super) const GREY: RGBColor = RGBColor(70, 70, 70);
pub(super) const FAINT: RGBColor = RGBColor(222, 222, 222);
pub(super) const WHITE: RGBColor = RGBColor(255, 255, 255);

/// A size of text, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Font {
    size: i32,
    /// What the backend is asked for: it divides by 1.24.
    asked: f64,
    is_bold: bool,
}

impl Font {
    /// The width of a text, roughly and rather too wide than too narrow: which
    /// font a reader has is not known.
    pub(super) fn width(self, text: &str) -> i32 {
        let columns = i32::try_from(text.width()).unwrap_or(i32::MAX / 100);
        let percent = if self.is_bold { 68 } else { 62 };
        columns.saturating_mul(self.size).saturating_mul(percent) / 100
    }

    /// A text in lines that fit a width: SVG does not wrap, and what runs over
    /// the edge is not seen. A word that is too long is cut into several lines.
    pub(super) fn wrap(self, text: &str, width: i32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let mut word = word.to_owned();
            if !line.is_empty() && self.width(&line) + self.width(" ") + self.width(&word) > width {
                lines.push(std::mem::take(&mut line));
            }
            while self.width(&word) > width {
                let head = self.fitting(&word, width);
                let rest = word.split_off(head);
                lines.push(std::mem::replace(&mut word, rest));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// At most two lines, the second ended by an ellipsis where it must be.
    pub(super) fn wrap_twice(self, text: &str, width: i32) -> Vec<String> {
        let mut lines = self.wrap(text, width);
        if lines.len() > 2 {
            lines.truncate(2);
            if let Some(last) = lines.last_mut() {
                let head = self.fitting(last, width - self.width("…"));
                last.truncate(head);
                last.push('…');
            }
        }
        lines
    }

    /// How many bytes of a text fit a width; at least one character.
    fn fitting(self, text: &str, width: i32) -> usize {
        let first = text.chars().next().map_or(0, char::len_utf8);
        let mut columns = 0_i32;
        let mut end = 0;
        for (at, c) in text.char_indices() {
            let mut buffer = [0; 4];
            columns = columns.saturating_add(self.width(c.encode_utf8(&mut buffer)));
            if columns > width {
                break;
            }
            end = at.saturating_add(c.len_utf8());
        }
        end.max(first)
    }
}

/// On which side of its point a text is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side {
    /// To the right of the point.
    Right,
    /// To the left of the point.
    Left,
    /// Around the point.
    Middle,
}

/// A sheet of SVG.
pub(super) struct Paper<'a> {
    root: DrawingArea<SVGBackend<'a>, Shift>,
}

impl<'a> Paper<'a> {
    pub(super) fn new(svg: &'a mut String, width: i32, height: i32) -> Result<Self, ChartError> {
        let size = (width.unsigned_abs(), height.unsigned_abs());
        let root = SVGBackend::with_string(svg, size).into_drawing_area();
        root.fill(&WHITE)?;
        Ok(Self { root })
    }

    /// The sheet, for axes.
    pub(super) fn area(&self) -> &DrawingArea<SVGBackend<'a>, Shift> {
        &self.root
    }

    /// A text beside a point, vertically centred on it.
    pub(super) fn text(
        &self,
        text: &str,
        (x, y): (i32, i32),
        font: Font,
        side: Side,
        colour: RGBColor,
    ) -> Drawn {
        let side = match side {
            Side::Right => HPos::Left,
            Side::Left => HPos::Right,
            Side::Middle => HPos::Center,
        };
        let mut family = ("sans-serif", font.asked).into_font();
        if font.is_bold {
            family = family.style(FontStyle::Bold);
        }
        let style = TextStyle::from(family)
            .color(&colour)
            .pos(Pos::new(side, VPos::Center));
        self.root.draw(&Text::new(text, (x, y), style))?;
        Ok(())
    }

    /// A text to the right of a point, the lines below it hidden.
    pub(super) fn label(&self, text: &str, (x, y): (i32, i32), colour: RGBColor) -> Drawn {
        let wide = SMALL.width(text);
        self.filled((x - 2, y - 6), (x + wide, y + 6), WHITE)?;
        self.text(text, (x, y), SMALL, Side::Right, colour)
    }

    pub(super) fn filled(&self, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Drawn {
        self.root
            .draw(&Rectangle::new(sorted(from, to), colour.filled()))?;
        Ok(())
    }

    pub(super) fn outline(&self, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Drawn {
        let corners = sorted(from, to);
        self.root.draw(&Rectangle::new(corners, WHITE.filled()))?;
        self.root.draw(&Rectangle::new(corners, colour))?;
        Ok(())
    }

    pub(super) fn path(&self, points: &[(i32, i32)], colour: RGBColor, width: u32) -> Drawn {
        let style = ShapeStyle::from(colour).stroke_width(width);
        self.root.draw(&PathElement::new(points.to_vec(), style))?;
        Ok(())
    }

    /// A path in dashes so long, so far apart.
    pub(super) fn dashed(
        &self,
        points: &[(i32, i32)],
        (dash, gap): (i32, i32),
        colour: RGBColor,
        width: u32,
    ) -> Drawn {
        let style = ShapeStyle::from(colour).stroke_width(width);
        let points = points.to_vec();
        self.root
            .draw(&DashedPathElement::new(points, dash, gap, style))?;
        Ok(())
    }

    pub(super) fn polygon(&self, points: &[(i32, i32)], colour: RGBColor) -> Drawn {
        self.root
            .draw(&Polygon::new(points.to_vec(), colour.filled()))?;
        Ok(())
    }

    pub(super) fn circle(&self, centre: (i32, i32), radius: i32, colour: RGBColor) -> Drawn {
        self.root
            .draw(&Circle::new(centre, radius, colour.filled()))?;
        Ok(())
    }

    /// Ends the drawing.
    pub(super) fn finish(self) -> Drawn {
        self.root.present()?;
        Ok(())
    }
}

fn sorted(a: (i32, i32), b: (i32, i32)) -> [(i32, i32); 2] {
    [(a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1))]
}

/// Lines of text one below the other.
#[derive(Debug, Default)]
pub(super) struct Block {
    lines: Vec<(String, Font, i32)>,
    pub(super) height: i32,
}

impl Block {
    /// Adds a text, wrapped to a width.
    pub(super) fn add(&mut self, text: &str, font: Font, width: i32) {
        let height = if font.is_bold { TITLE_LINE } else { LINE };
        for line in font.wrap(text, width) {
            self.lines
                .push((line, font, self.height.saturating_add(height / 2)));
            self.height = self.height.saturating_add(height);
        }
    }

    pub(super) fn draw(&self, paper: &Paper<'_>, top: i32) -> Drawn {
        for (text, font, y) in &self.lines {
            let colour = if font.is_bold { BLACK } else { GREY };
            paper.text(
                text,
                (MARGIN, top.saturating_add(*y)),
                *font,
                Side::Right,
                colour,
            )?;
        }
        Ok(())
    }
}

/// A sample that explains a mark, and what it means.
pub(super) struct Sample<'a> {
    pub(super) text: String,
    /// Draws it in a box of [`SAMPLE`] by 12 pixels, from its left centre.
    pub(super) draw: Box<Drawing<'a>>,
}

type Drawing<'a> = dyn Fn(&Paper<'_>, (i32, i32)) -> Drawn + 'a;

/// The width of a sample.
pub(super) const SAMPLE: i32 = 30;

/// The legend: samples side by side, in as many lines as they need.
pub(super) struct Legend<'a> {
    samples: Vec<(Sample<'a>, (i32, i32))>,
    pub(super) height: i32,
}

impl<'a> Legend<'a> {
    pub(super) fn new(samples: Vec<Sample<'a>>, width: i32) -> Self {
        let (mut x, mut y) = (MARGIN, LINE / 2);
        let mut placed = Vec::new();
        for sample in samples {
            let wide = SAMPLE + 6 + BODY.width(&sample.text);
            if x > MARGIN && x + wide > width - MARGIN {
                (x, y) = (MARGIN, y.saturating_add(LINE));
            }
            placed.push((sample, (x, y)));
            x = x.saturating_add(wide).saturating_add(18);
        }
        let height = match placed.is_empty() {
            true => 0,
            false => y + LINE / 2 + 6,
        };
        Self {
            samples: placed,
            height,
        }
    }

    pub(super) fn draw(&self, paper: &Paper<'_>, top: i32) -> Drawn {
        for (sample, (x, y)) in &self.samples {
            let y = y.saturating_add(top);
            (sample.draw)(paper, (*x, y))?;
            paper.text(&sample.text, (x + SAMPLE + 6, y), BODY, Side::Right, BLACK)?;
        }
        Ok(())
    }
}
