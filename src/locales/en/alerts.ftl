alert-start = 🔴 <b>{ $seller } is live!</b> { $title }
alert-product = · { $title } { $price }
alert-buy = 🛒 { $title } { $quantity } { $total }
alert-all = 👀 See all
alert-soon = 🔔 { $seller } goes live on { $at }. Nearly there.
alert-see = 👀 Look
