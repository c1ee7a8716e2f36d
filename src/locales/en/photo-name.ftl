photo-name-ask = 👀 It looks like <b>{ $title }</b>, right? If not, just send me its name. (The photo went to a service outside the shop, without the place where it was taken.)
photo-name-yes = ✅ Yes, { $title }
photo-name-no = ❌ No
privacy-model = An outside model, if set up, gets photos of goods sent without words (not their place), voice notes, and texts without names, phones and addresses. Recordings on the page go once written down.
office-writer-photos = { $named } photos looked at, { $used } of the names taken
