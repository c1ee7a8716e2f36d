board-title = Walnut: the operator's board
board-read = Read { $at }
board-queues = Queues
board-metrics = Metrics
board-promises = Promises
board-promise = What holds
board-now = Now
board-limit = Limit
board-parked = Messages set aside
board-failed = Jobs given up
board-alerts = Alerts being sent
board-today = Today
board-figures = All figures
board-figure = Figure
board-none = None.
board-who = From
board-channel = Channel
board-since = Since
board-job = Job
board-alert = Alert
board-sent = Sent
board-left = Left
board-when = { $at }
board-again = Try again
board-drop = Drop
board-asking = 🙋 { $asking } { $asking ->
    [one] person waits
   *[other] people wait
} for an answer
board-done-again = It is tried again.
board-done-drop = It is dropped.
board-done-gone = It is not here any more.

promise-oversold = Nothing is sold twice (products)
promise-events-wait = Everybody is answered at once (seconds)
promise-messages-wait = What was decided is said (seconds)
promise-leases-lapsed = No process leaves messages behind (messages)
promise-work-waits = Recorded work reaches its queue (seconds)
promise-pictures-wait = Pictures reach their store, if there is one (seconds)
promise-jobs-failed = No job is given up (jobs)
promise-events-parked = No message is set aside (messages)

figure-oversoldProducts = Products oversold
figure-waitingEvents = Events waiting for their turn
figure-oldestEventAge = Oldest event, seconds
figure-unsaidMessages = Messages due
figure-oldestMessageAge = Oldest message, seconds
figure-lapsedLeases = Messages left by a dead process
figure-outboxWaiting = Recorded work waiting
figure-outboxAge = Oldest recorded work, seconds
figure-alertsInProgress = Alerts being sent
figure-recipientsLeft = Recipients left
figure-alertAge = Oldest alert being sent, seconds
figure-parkedEvents = Messages set aside
figure-failedJobs = Jobs given up
figure-channelsInTrouble = Channels in trouble
figure-pictureAge = Oldest picture not in its store, seconds
figure-databaseConnections = Database connections
