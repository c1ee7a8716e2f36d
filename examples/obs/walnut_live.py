"""Tells Walnut when OBS starts and stops streaming. Tools -> Scripts -> + in OBS; see docs/stream-hooks.md."""

import json
import threading
import urllib.request

import obspython as obs

settings_now = {"address": "", "watch": ""}

EVENTS = {
    obs.OBS_FRONTEND_EVENT_STREAMING_STARTED: "start",
    obs.OBS_FRONTEND_EVENT_STREAMING_STOPPED: "stop",
}


def script_description():
    return "Goes live in Walnut when OBS goes live. Paste the address that /hooks gave you."


def script_properties():
    properties = obs.obs_properties_create()
    obs.obs_properties_add_text(properties, "address", "Address from /hooks", obs.OBS_TEXT_PASSWORD)
    obs.obs_properties_add_text(properties, "watch", "Where people watch", obs.OBS_TEXT_DEFAULT)
    return properties


def script_update(settings):
    for name in settings_now:
        settings_now[name] = obs.obs_data_get_string(settings, name).strip()


def script_load(_settings):
    obs.obs_frontend_add_event_callback(on_event)


def script_unload():
    obs.obs_frontend_remove_event_callback(on_event)


def on_event(event):
    if event in EVENTS and settings_now["address"]:
        # Not on OBS's own thread: a slow line must not hold up the picture.
        threading.Thread(target=post, args=(EVENTS[event],), daemon=True).start()


def post(event):
    body = {"event": event}
    if event == "start" and settings_now["watch"]:
        body["url"] = settings_now["watch"]
    request = urllib.request.Request(
        settings_now["address"],
        data=json.dumps(body).encode(),
        headers={"content-type": "application/json"},
    )
    try:
        urllib.request.urlopen(request, timeout=10).close()
    except OSError as error:
        print(f"Walnut was not told: {error}")
