danger-oversold = ⚠️ <b>{ $value } 种商品被订走的比有的还多。</b>请马上联系给您装 Walnut 的人，并先暂停这些商品。
danger-events-wait = ⚠️ <b>有人等了 { $value } 秒还没有回应。</b>如果一直这样：重启 Walnut，看看 /admin。
danger-messages-wait = ⚠️ <b>回复迟了 { $value } 秒还没发出去。</b>可能是 Telegram 或网络断了；该说的都留着，通了会自己发。
danger-leases-lapsed = ⚠️ <b>有个进程出事了，丢下 { $value } 条消息。</b>别的进程会接着发，请看看进程是否都在运行。
danger-work-waits = ⚠️ <b>记下的工作等了 { $value } 秒还没进队列。</b>请看看负责后台工作的进程（和 Redis，如果有）是否在运行。
danger-jobs-failed = ⚠️ <b>有 { $value } 项后台工作没做成。</b>在 /office 里可以重试。
danger-events-parked = ⚠️ <b>有 { $value } 条消息没处理成，先搁置了。</b>在 /office 里可以查看。
danger-over = ✅ 恢复正常：{ $what }
