together-title = 🔴 <b>{ $count } streams are on in { $village }</b>
together-line = · <b>{ $seller }</b>: { $title }
together-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
together-watch = ▶️ { $seller }
together-see = 👀 { $seller }
