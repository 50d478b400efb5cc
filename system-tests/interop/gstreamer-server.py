#!/usr/bin/python3
"""Two RTSP cameras (one server each) made of GStreamer's own RTSP server, for the interoperability test.

/open asks for nothing, /secured for digest credentials (user and password from the environment). Both send a moving test picture in
H.264 (640x360, 25 frames per second, a key frame each second) and a tone in AAC. The two ports are free ones, printed in one line.
"""
import os
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

PIPELINE = (
    "( videotestsrc is-live=true pattern=ball ! video/x-raw,width=640,height=360,framerate=25/1 "
    "! x264enc tune=zerolatency speed-preset=ultrafast bitrate=800 key-int-max=25 bframes=0 "
    "! video/x-h264,profile=main ! h264parse ! rtph264pay name=pay0 pt=96 config-interval=-1 "
    "audiotestsrc is-live=true freq=440 ! audio/x-raw,rate=44100,channels=1 ! avenc_aac bitrate=64000 ! aacparse "
    "! rtpmp4gpay name=pay1 pt=97 )"
)


def server(path, permissions=None, auth=None):
    media = GstRtspServer.RTSPMediaFactory()
    media.set_launch(PIPELINE)
    media.set_shared(True)
    if permissions is not None:
        media.add_role_from_structure(Gst.Structure.new_from_string(permissions))
    made = GstRtspServer.RTSPServer()
    made.set_address("127.0.0.1")
    made.set_service("0")
    if auth is not None:
        made.set_auth(auth)
    made.get_mount_points().add_factory(path, media)
    if made.attach(None) == 0:
        sys.exit("the RTSP server could not be attached")
    return made


def digest():
    token = GstRtspServer.RTSPToken.new()
    token.set_string(GstRtspServer.RTSP_TOKEN_MEDIA_FACTORY_ROLE, "known")
    auth = GstRtspServer.RTSPAuth()
    auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
    auth.add_digest(os.environ["CAMERA_USER"], os.environ["CAMERA_PASSWORD"], token)
    return auth


def main():
    Gst.init(None)
    missing = [name for name in ("x264enc", "h264parse", "rtph264pay", "avenc_aac", "aacparse", "rtpmp4gpay")
               if Gst.ElementFactory.find(name) is None]
    if missing:
        sys.exit("GStreamer lacks " + ", ".join(missing))
    access = (f"known, {GstRtspServer.RTSP_PERM_MEDIA_FACTORY_ACCESS}=(boolean)true, "
              f"{GstRtspServer.RTSP_PERM_MEDIA_FACTORY_CONSTRUCT}=(boolean)true")
    servers = [server("/open"), server("/secured", access, digest())]
    print(*(made.get_bound_port() for made in servers), flush=True)
    GLib.MainLoop().run()


main()
