alert-wish = 🔔 What you looked for is on sale now: <b>{ $title }</b> by { $seller }, { $price }.
