"""The desk: Habeas in the browser. Views call workflows and render; rules live below."""
