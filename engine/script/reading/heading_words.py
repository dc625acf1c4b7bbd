"""The words of scene heads: times of day and settings, in the languages they are written in."""

import re

from engine.contracts import Setting, TimeOfDay

_LATIN_TIMES = {
    TimeOfDay.DAY: "DAY MORNING NOON MIDDAY AFTERNOON DAYTIME DÍA DIA MAÑANA MEDIODÍA TARDE JOUR "
    "MATIN TAG MORGEN GIORNO MATTINA",
    TimeOfDay.DAWN: "DAWN SUNRISE DAYBREAK AMANECER MADRUGADA ALBA AUBE MORGENGRAUEN "
    "MORGENDÄMMERUNG",
    TimeOfDay.DUSK: "DUSK SUNSET EVENING TWILIGHT ATARDECER ANOCHECER CREPÚSCULO SOIR CRÉPUSCULE "
    "ABEND DÄMMERUNG SERA",
    TimeOfDay.NIGHT: "NIGHT MIDNIGHT NIGHTTIME NOCHE MEDIANOCHE NUIT NACHT MITTERNACHT NOITE NOTTE",
}
_SAME = (
    "CONTINUOUS CONTINUO CONTINUA CONT CONTINUED LATER SAME MOMENTS SIMULTANEOUS MÁS DESPUÉS "
    "SPÄTER FORTLAUFEND CONTINU SUITE"
)
_FILLERS = (
    "THE A AN OF NEXT THAT FEW SECONDS MINUTES MINUTE HOURS HOUR LATE EARLY TIME AFTER BEFORE "
    "MAGIC GOLDEN VERY PRE MID TO AND DE LA EL DÍAS DAYS WEEKS MONTHS YEARS ONE TWO THREE MOMENTO "
    "MISMO TARD PLUS"
)
_HAN_TIMES = {
    TimeOfDay.DAY: "日 白天 日间 日間 早 早上 上午 中午 正午 下午 午后 午後",
    TimeOfDay.DAWN: "晨 清晨 早晨 黎明 拂晓 拂曉 破晓",
    TimeOfDay.DUSK: "傍晚 黄昏 黃昏 夕",
    TimeOfDay.NIGHT: "夜 晚 晚上 夜晚 夜里 夜間 夜间 深夜 午夜 半夜 凌晨",
}
_HAN_SETTINGS = {
    Setting.INT: "内 內 内景 內景 室内 室內",
    Setting.EXT: "外 外景 室外",
    Setting.INT_EXT: "内外 內外 外内 外內 内外景 內外景",
}
_HAN_SAME = "同前 同上 接上 接上场 连续 連續 稍后 稍後 片刻后"

TIMES = {word: time for time, words in _LATIN_TIMES.items() for word in words.split()}
SAME = frozenset(_SAME.split())
FILLERS = frozenset(_FILLERS.split())
EARLY = frozenset({"EARLY", "PRE"})
HAN_TIME = {word: time for time, words in _HAN_TIMES.items() for word in words.split()}
HAN_SETTING = {word: where for where, words in _HAN_SETTINGS.items() for word in words.split()}
HAN_SAME = frozenset(_HAN_SAME.split())

_time = "|".join(HAN_TIME)
_set = "|".join(sorted(HAN_SETTING, key=len, reverse=True))
HAN_BOTH = re.compile(rf"(?:(?P<time>{_time})(?P<set>{_set})|(?P<set2>{_set})(?P<time2>{_time}))$")
