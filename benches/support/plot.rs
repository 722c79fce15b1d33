//! Plots how the time per entry grows with the size of a village, as SVG.

use std::fmt::Write;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 360.0;
const LEFT: f64 = 72.0;
const RIGHT: f64 = 40.0;
const TOP: f64 = 56.0;
const BOTTOM: f64 = 56.0;

/// Maps sizes and times to coordinates; the axis of sizes is logarithmic.
struct Scale {
    least: f64,
    most: f64,
    highest: f64,
}

impl Scale {
    fn x(&self, entries: usize) -> f64 {
        let share = ((entries as f64).log10() - self.least) / (self.most - self.least).max(0.1);
        LEFT + share * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, time: f64) -> f64 {
        HEIGHT - BOTTOM - time / self.highest * (HEIGHT - TOP - BOTTOM)
    }
}

/// Plots the time per entry in µs by number of entries, for the program and for the floor.
pub fn growth(points: &[(usize, f64, f64)], caption: &str) -> String {
    let sizes = || points.iter().map(|point| (point.0 as f64).log10());
    let times = points.iter().map(|point| point.1.max(point.2));
    let scale = Scale {
        least: sizes().fold(f64::MAX, f64::min),
        most: sizes().fold(f64::MIN, f64::max),
        highest: times.fold(1.0, f64::max) * 1.15,
    };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"14\" role=\"img\" aria-label=\"{caption}\">\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n<text x=\"{LEFT}\" y=\"28\" font-size=\"16\" font-weight=\"bold\" fill=\"#1a1a1a\">{caption}</text>\n"
    );
    axes(&mut svg, &scale, points);
    let of =
        |time: fn(&(usize, f64, f64)) -> f64| points.iter().map(|point| (point.0, time(point))).collect();
    curve(&mut svg, &scale, "dorpsplein", "#1f6b4a", of(|point| point.1));
    curve(&mut svg, &scale, "floor", "#6b6b6b", of(|point| point.2));
    svg.push_str("</svg>\n");
    svg
}

fn axes(svg: &mut String, scale: &Scale, points: &[(usize, f64, f64)]) {
    let steps = [10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0];
    let step = steps.into_iter().find(|step| scale.highest / step < 6.0).unwrap_or(2000.0);
    let mut line = 0.0;
    while line <= scale.highest {
        let (at, end, label) = (scale.y(line), WIDTH - RIGHT, LEFT - 8.0);
        let _ = writeln!(
            svg,
            "<path d=\"M{LEFT} {at:.1}H{end:.1}\" stroke=\"#ddd\"/><text x=\"{label:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"#555\">{line:.0} µs</text>",
            at + 5.0,
        );
        line += step;
    }
    for (entries, ..) in points {
        let (x, y) = (scale.x(*entries), HEIGHT - BOTTOM + 22.0);
        let _ = writeln!(
            svg,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\" fill=\"#555\">{entries}</text>"
        );
    }
    let (middle, y) = ((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12.0);
    let _ = writeln!(
        svg,
        "<text x=\"{middle}\" y=\"{y}\" text-anchor=\"middle\" fill=\"#555\">entries in the village</text>"
    );
}

fn curve(svg: &mut String, scale: &Scale, name: &str, colour: &str, points: Vec<(usize, f64)>) {
    let at = |(entries, time): &(usize, f64)| (scale.x(*entries), scale.y(*time));
    let path: Vec<String> = points.iter().map(at).map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    let path = path.join("L");
    let _ = writeln!(svg, "<path d=\"M{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\"/>");
    for point in &points {
        let ((x, y), time) = (at(point), point.1);
        let _ = writeln!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\" fill=\"{colour}\"/><text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"{colour}\">{time:.0}</text>",
            y - 11.0,
        );
    }
    if let Some((x, y)) = points.first().map(at) {
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\" font-weight=\"bold\">{name}</text>",
            x + 22.0,
            y - 11.0,
        );
    }
}
