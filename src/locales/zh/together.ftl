together-title = 🔴 <b>{ $village } 有 { $count } 场直播</b>
together-line = · <b>{ $seller }</b>：{ $title }
together-more = ……还有 { $count } 场
together-watch = ▶️ { $seller }
together-see = 👀 { $seller }
