document.title = "Hoi";
