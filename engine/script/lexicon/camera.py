"""Directions to the camera, as writers give them."""

from engine.contracts import EffectKind, Move, ShotSize
from engine.script.lexicon.match import Lexicon, Words

SIZES = Lexicon(
    {
        ShotSize.ECU: Words(
            "extreme close-up, extreme close up, ecu, macro", "大特写", "primerísimo"
        ),
        ShotSize.CU: Words(
            "close on, close-up, close up, closeup, cu, insert, tight on, angle on, detail",
            "特写,镜头给到,镜头推近",
            "primer plano, plano detalle, inserto",
        ),
        ShotSize.MCU: Words("medium close-up, medium close up, mcu", "近景", "plano medio corto"),
        ShotSize.MS: Words("medium shot, two shot, two-shot, ms", "中景", "plano medio"),
        ShotSize.MLS: Words("cowboy shot, medium long shot", "中远景", "plano americano"),
        ShotSize.WS: Words(
            "wide shot, wide on, long shot, full shot, wide", "全景", "plano general"
        ),
        ShotSize.EWS: Words(
            "extreme wide, aerial, establishing, drone, bird's eye",
            "远景,大全景,航拍,空镜",
            "gran plano general, aéreo",
        ),
    }
)
MOVES = Lexicon(
    {
        Move.PUSH_IN: Words(
            "push in, push-in, move in, dolly in, zoom in", "推近,推进,推镜", "acercamiento"
        ),
        Move.PULL_OUT: Words(
            "pull out, pull back, pull-out, zoom out, dolly out", "拉远,拉开,拉镜", "alejamiento"
        ),
        Move.PAN_LEFT: Words("pan left", "左摇", "paneo a la izquierda"),
        Move.PAN_RIGHT: Words(
            "pan right, pan to, pan across, pan, pans", "右摇,摇镜,横摇", "paneo"
        ),
        Move.TILT_UP: Words("tilt up", "上摇,仰拍", "tilt arriba"),
        Move.TILT_DOWN: Words("tilt down", "下摇", "tilt abajo"),
        Move.TRACK: Words(
            "track, tracking, follow, dolly, steadicam", "跟拍,跟随,移镜", "travelling, seguimiento"
        ),
        Move.WHIP: Words("whip pan, swish pan", "甩镜", "barrido"),
        Move.CRASH_ZOOM: Words("crash zoom, snap zoom, smash zoom", "急推", "zoom rápido"),
        Move.HANDHELD: Words("handheld, shaky", "手持,晃动", "cámara en mano"),
        Move.ORBIT: Words("orbit, circle around, arc around", "环绕", "giro alrededor"),
        Move.RACK_FOCUS: Words("rack focus, rack to, pull focus", "变焦,虚焦", "cambio de foco"),
    }
)
TRANSITIONS = Lexicon(
    {
        EffectKind.FADE_IN: Words("fade in, fade up", "淡入,渐显", "funde desde, abre de negro"),
        EffectKind.FADE_OUT: Words(
            "fade out, fade to black, fade to", "淡出,渐隐", "funde a, fundido a"
        ),
        EffectKind.BLACK: Words(
            "cut to black, smash to black, blackout, black out",
            "黑屏,切黑",
            "corte a negro, a negro",
        ),
        EffectKind.FLASH: Words(
            "flash to, flash cut, white out, smash cut", "闪白,白闪", "destello, flash"
        ),
    }
)
