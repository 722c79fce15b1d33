//! A plot of how the time per entry grows with the size of a village, as SVG.

use std::fmt::Write;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 360.0;
const LEFT: f64 = 72.0;
const RIGHT: f64 = 40.0;
const TOP: f64 = 56.0;
const BOTTOM: f64 = 56.0;

/// Time per entry in µs by number of entries, of the program and of the floor; sizes on a logarithmic axis.
pub fn growth(points: &[(usize, f64, f64)], caption: &str) -> String {
    let log = |entries: usize| (entries as f64).log10();
    let least = points.iter().map(|point| log(point.0)).fold(f64::MAX, f64::min);
    let most = points.iter().map(|point| log(point.0)).fold(f64::MIN, f64::max);
    let highest = points.iter().map(|point| point.1.max(point.2)).fold(1.0, f64::max) * 1.15;
    let x = |entries: usize| LEFT + (log(entries) - least) / (most - least).max(0.1) * (WIDTH - LEFT - RIGHT);
    let y = |time: f64| HEIGHT - BOTTOM - time / highest * (HEIGHT - TOP - BOTTOM);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"14\" role=\"img\" aria-label=\"{caption}\">\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n<text x=\"{LEFT}\" y=\"28\" font-size=\"16\" font-weight=\"bold\" fill=\"#1a1a1a\">{caption}</text>\n"
    );
    let step = [10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0];
    let step = step.into_iter().find(|step| highest / step < 6.0).unwrap_or(2000.0);
    let mut line = 0.0;
    while line <= highest {
        let at = y(line);
        let _ = writeln!(
            svg,
            "<path d=\"M{LEFT} {at:.1}H{:.1}\" stroke=\"#ddd\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"#555\">{line:.0} µs</text>",
            WIDTH - RIGHT,
            LEFT - 8.0,
            at + 5.0,
        );
        line += step;
    }
    for (name, colour, of) in [("dorpsplein", "#1f6b4a", 1), ("floor", "#8a8a8a", 2)] {
        let time = |point: &(usize, f64, f64)| if of == 1 { point.1 } else { point.2 };
        let path: Vec<String> =
            points.iter().map(|point| format!("{:.1} {:.1}", x(point.0), y(time(point)))).collect();
        let _ = writeln!(
            svg,
            "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\"/>",
            path.join("L")
        );
        for point in points {
            let (x, y) = (x(point.0), y(time(point)));
            let _ = writeln!(
                svg,
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\" fill=\"{colour}\"/><text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"{colour}\">{:.0}</text>",
                y - 11.0,
                time(point),
            );
        }
        if let Some(first) = points.first() {
            let _ = writeln!(
                svg,
                "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\" font-weight=\"bold\">{name}</text>",
                x(first.0) + 14.0,
                y(time(first)) + 18.0,
            );
        }
    }
    for (entries, ..) in points {
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#555\">{entries}</text>",
            x(*entries),
            HEIGHT - BOTTOM + 22.0,
        );
    }
    let middle = (LEFT + WIDTH - RIGHT) / 2.0;
    let _ = writeln!(
        svg,
        "<text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\" fill=\"#555\">entries in the village</text>\n</svg>",
        HEIGHT - 12.0
    );
    svg
}
