alert-start = 🔴 <b>{ $seller } 开播了！</b>{ $title }
alert-product = · { $title } { $price }
alert-buy = 🛒 { $title } { $quantity } { $total }
alert-all = 👀 看全部
alert-soon = 🔔 { $seller } { $at } 开播，马上就到。
alert-see = 👀 看看
