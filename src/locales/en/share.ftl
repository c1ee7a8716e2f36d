menu-poster = Make a poster
poster-which = 🖼 A poster of what?
poster-none = 🖼 Nothing is on sale yet. Publish something first, then make a poster.
poster-price = { $price }
poster-scan = Scan to order
poster-here = 🖼 The poster of <b>{ $title }</b>. Save it and send it to your groups, or print it.
poster-button = 🖼 Poster
share-drawing = 🎨 Drawing, just a moment…
share-no-door = The shop has no public address yet, so there is no code to draw. Please ask the village’s office.
share-place = { $village }, { $county }, { $province }
sticker-button = 🏷 Sticker
sticker-line = { $title } { $quantity }
sticker-again =
    Scan for the
    same again
sticker-here = 🏷 The sticker of <b>{ $number }</b> (60×40 mm). Print it and put it on the box: one scan orders the same again.
