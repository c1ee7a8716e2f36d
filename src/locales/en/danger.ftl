danger-oversold = ⚠️ <b>{ $value } { $value ->
    [one] product has
   *[other] products have
} more reserved than there is.</b> Please call whoever set Walnut up, and pause that product.
danger-events-wait = ⚠️ <b>Somebody has waited { $value } seconds for an answer.</b> If it goes on: restart Walnut, and look at /admin.
danger-messages-wait = ⚠️ <b>Answers go out { $value } seconds late.</b> Telegram or the network may be away; what was said waits and is sent by itself.
danger-leases-lapsed = ⚠️ <b>A process has died and left { $value } messages.</b> They are sent by another; please see that all processes run.
danger-work-waits = ⚠️ <b>Recorded work waits { $value } seconds for its queue.</b> Please see that the process with the jobs runs, and Redis if you have one.
danger-pictures-wait = ⚠️ <b>Pictures have waited { $value } seconds for their store.</b> They are safe in the database meanwhile. Please run npm run doctor: it says what is wrong with the S3-compatible store.
danger-jobs-failed = ⚠️ <b>{ $value } { $value ->
    [one] job was
   *[other] jobs were
} given up.</b> /office has a list, to try them again.
danger-events-parked = ⚠️ <b>{ $value } { $value ->
    [one] message was
   *[other] messages were
} set aside.</b> /office has a list.
danger-conversations-lost = ⚠️ <b>{ $value } { $value ->
    [one] conversation
   *[other] conversations
} of the last day could not be opened and began anew.</b> Nothing ordered is lost. It means that a secret key is missing: please run npm run doctor.
danger-over = ✅ Well again: { $what }
backup-failed = ⚠️ <b>Tonight there is no backup:</b> { $why } It is tried again every quarter of an hour.
