page-push-on = Tell me also when this page is closed
page-push-off = Stop telling me when this page is closed
page-push-is-on = You are now told of new messages also when this page is closed.
page-push-is-off = Fine: messages are only in this chat now.
page-push-blocked = This browser blocks notifications of this page. Allow them in its settings for this page, then tap again.
page-push-failed = It did not work. Please tap again.
page-push-home-screen = On an iPhone: add this page to the home screen (Share, then “Add to Home Screen”), open it there, and tap this again.
follows-push = 📲 Also told when the page is closed, in { $count ->
    [one] one browser
   *[other] { $count } browsers
}
follows-push-off = 📲 Not when closed
follows-push-ended = Fine: alerts are only in the chat now
privacy-push = When this page is closed, messages go out encrypted through your browser’s push service, which sees only that something came. Turn it off in the page’s menu; /forget and logging out end it.
