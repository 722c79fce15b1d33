//! main
fn main() {
    let site = std::env::args().nth(1).unwrap_or_default();
    let source = dorpsplein::read::collect(std::path::Path::new(&site), &dorpsplein::village::layout());
    let mut remarks = dorpsplein::ground::Remarks::default();
    match source {
        Ok(source) => { let v = dorpsplein::village::settle(&source, &mut remarks); 
          print!("{}", dorpsplein::report::human(&dorpsplein::report::told(&remarks), dorpsplein::report::Paint::Plain));
          println!("{} entries {:?}", v.entries.len(), dorpsplein::report::summary(&remarks));
          }
        Err(e) => println!("{e}"),
    }
}
