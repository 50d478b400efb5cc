#!/usr/bin/python3
"""RTSP cameras made of GStreamer's own RTSP server, for the interoperability test: one server each, at free ports.

Prints one line "<name> <url>" for each and then "ready":
open     H.264 (640x360, 25 frames per second, a key frame each second) and AAC, asks for nothing
secured  the same, asks for digest credentials (user and password from the environment)
udp      the same, sends over UDP only (SETUP for TCP is answered 461)
h265     H.265 and AAC
g711     H.264 and G.711 A-law
"""
import os
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

PICTURE = "videotestsrc is-live=true pattern=ball ! video/x-raw,format=I420,width=640,height=360,framerate=25/1 "
H264 = PICTURE + (
    "! x264enc tune=zerolatency speed-preset=ultrafast bitrate=800 key-int-max=25 bframes=0 "
    "! video/x-h264,profile=main ! h264parse ! rtph264pay name=pay0 pt=96 config-interval=-1 "
)
H265 = PICTURE + (
    "! x265enc tune=zerolatency speed-preset=ultrafast bitrate=600 key-int-max=25 log-level=error "
    "! h265parse ! rtph265pay name=pay0 pt=96 config-interval=-1 "
)
TONE = "audiotestsrc is-live=true freq=440 "
AAC = TONE + (
    "! audio/x-raw,rate=44100,channels=1 ! avenc_aac bitrate=64000 ! aacparse ! rtpmp4gpay name=pay1 pt=97 "
)
ALAW = TONE + "! audio/x-raw,rate=8000,channels=1 ! alawenc ! rtppcmapay name=pay1 pt=8 "
ELEMENTS = ("x264enc", "x265enc", "h264parse", "h265parse", "rtph264pay", "rtph265pay", "avenc_aac", "aacparse",
            "rtpmp4gpay", "alawenc", "rtppcmapay")


def server(path, pipeline, permissions=None, auth=None, transport=None):
    media = GstRtspServer.RTSPMediaFactory()
    media.set_launch("( " + pipeline + ")")
    if transport is not None:
        media.set_protocols(transport)
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
    missing = [name for name in ELEMENTS if Gst.ElementFactory.find(name) is None]
    if missing:
        sys.exit("GStreamer lacks " + ", ".join(missing))
    access = (f"known, {GstRtspServer.RTSP_PERM_MEDIA_FACTORY_ACCESS}=(boolean)true, "
              f"{GstRtspServer.RTSP_PERM_MEDIA_FACTORY_CONSTRUCT}=(boolean)true")
    servers = {
        "open": server("/open", H264 + AAC),
        "secured": server("/secured", H264 + AAC, access, digest()),
        "udp": server("/udp", H264 + AAC, transport=GstRtsp.RTSPLowerTrans.UDP),
        "h265": server("/h265", H265 + AAC),
        "g711": server("/g711", H264 + ALAW),
    }
    for name, made in servers.items():
        print(name, f"rtsp://127.0.0.1:{made.get_bound_port()}/{name}")
    print("ready", flush=True)
    GLib.MainLoop().run()


main()
