alert-wish = 🔔 您找过的东西有人卖了：{ $seller } 的 <b>{ $title }</b>，{ $price }。
