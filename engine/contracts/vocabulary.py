"""The field's vocabulary as enums: what a screenplay, a shot list and a mix may say.

Values are what stands in JSON and in `series.toml`; names are film terms.
"""

from enum import StrEnum


class ElementKind(StrEnum):
    """What one paragraph of a screenplay is."""

    ACTION = "action"
    DIALOGUE = "dialogue"
    LYRIC = "lyric"
    TRANSITION = "transition"
    SUPER = "super"  # text laid over the picture: SUPER:, 字幕：
    CAMERA = "camera"  # a direction to the camera: CLOSE ON, 【特写】
    SOUND = "sound"  # SFX:, 音效：
    CENTERED = "centered"
    NOTE = "note"
    SECTION = "section"
    SYNOPSIS = "synopsis"
    PAGE_BREAK = "page_break"


class Setting(StrEnum):
    INT = "int"
    EXT = "ext"
    INT_EXT = "int_ext"
    UNSAID = "unsaid"


class TimeOfDay(StrEnum):
    DAWN = "dawn"
    DAY = "day"
    DUSK = "dusk"
    NIGHT = "night"


class Weather(StrEnum):
    CLEAR = "clear"
    RAIN = "rain"
    STORM = "storm"
    SNOW = "snow"
    FOG = "fog"
    WIND = "wind"


class Mood(StrEnum):
    """The feeling of a scene; picks palette, light and music."""

    CALM = "calm"
    TENDER = "tender"
    SAD = "sad"
    TENSION = "tension"
    MENACE = "menace"
    MYSTERY = "mystery"
    TRIUMPH = "triumph"
    COMIC = "comic"
    SHOCK = "shock"


class ShotSize(StrEnum):
    EWS = "ews"
    WS = "ws"
    MLS = "mls"
    MS = "ms"
    MCU = "mcu"
    CU = "cu"
    ECU = "ecu"


class Angle(StrEnum):
    EYE = "eye"
    LOW = "low"
    HIGH = "high"
    OVERHEAD = "overhead"
    DUTCH = "dutch"
    OVER_SHOULDER = "over_shoulder"
    POV = "pov"


class Move(StrEnum):
    """Camera move over the whole shot."""

    STATIC = "static"
    PUSH_IN = "push_in"
    PULL_OUT = "pull_out"
    PAN_LEFT = "pan_left"
    PAN_RIGHT = "pan_right"
    TILT_UP = "tilt_up"
    TILT_DOWN = "tilt_down"
    TRACK = "track"
    WHIP = "whip"
    CRASH_ZOOM = "crash_zoom"
    HANDHELD = "handheld"
    ORBIT = "orbit"
    RACK_FOCUS = "rack_focus"


class Expression(StrEnum):
    CALM = "calm"
    JOY = "joy"
    TENDER = "tender"
    SAD = "sad"
    CRY = "cry"
    FEAR = "fear"
    SHOCK = "shock"
    ANGER = "anger"
    RAGE = "rage"
    CONTEMPT = "contempt"
    GUILT = "guilt"
    RESOLVE = "resolve"


class Posture(StrEnum):
    STAND = "stand"
    SIT = "sit"
    KNEEL = "kneel"
    LIE = "lie"


class Gesture(StrEnum):
    """What the body does from a cue's `at` for its `duration`.

    Of talking: TALK is the open hand that beats with the words; HAND_ON_HEART, PLEAD, REFUSE,
    COUNT, THINK, POINT, SHRUG, NOD and SHAKE_HEAD say what the words say. CLOSE_EYES shuts both
    eyes for as long as its cue lasts, and leaves the hands where they rest.
    """

    IDLE = "idle"
    TALK = "talk"
    POINT = "point"
    SLAP = "slap"
    PUSH = "push"  # both hands against the other's chest, who is thrown back
    GRAB = "grab"  # a hand on the other's shoulder, be it by a lunge
    EMBRACE = "embrace"
    HOLD = "hold"  # holds an object; GestureCue.prop names it
    OFFER = "offer"
    DRAW_BACK = "draw_back"
    CLENCH = "clench"
    COVER_FACE = "cover_face"
    FOLD_ARMS = "fold_arms"
    PHONE = "phone"
    BOW = "bow"
    KNEEL = "kneel"
    FAINT = "faint"
    WALK = "walk"
    RUN = "run"
    TURN_AWAY = "turn_away"
    TURN_TO = "turn_to"
    LOOK_UP = "look_up"  # lifts a bowed head
    LOOK_DOWN = "look_down"  # at a thing on the table or in the own hands
    NOD = "nod"
    SHAKE_HEAD = "shake_head"
    SHRUG = "shrug"
    LAUGH = "laugh"
    DANCE = "dance"
    CLOSE_EYES = "close_eyes"
    HAND_ON_HEART = "hand_on_heart"  # I, I swear: a flat hand on the own chest
    PLEAD = "plead"  # please: both hands out, palms up
    REFUSE = "refuse"  # no, stop: a palm against the other
    COUNT = "count"  # one, two: a finger up that beats
    THINK = "think"  # a hand at the chin
    FALL = "fall"  # thrown back over an edge, and away from the lens
    HANG = "hang"  # from an edge, by one hand
    REACH = "reach"  # down to someone who hangs, and holds on


class EffectKind(StrEnum):
    SPEED_LINES = "speed_lines"
    IMPACT = "impact"
    SHAKE = "shake"
    SOUND_LETTERING = "sound_lettering"  # Effect.text is the lettered sound
    SPARKS = "sparks"
    EMBERS = "embers"
    FIRE = "fire"
    PETALS = "petals"
    LIGHTNING = "lightning"
    FLASHBACK = "flashback"
    FREEZE_TITLE = "freeze_title"
    FLASH = "flash"
    SPLIT_SCREEN = "split_screen"  # two people in two panels, as on the telephone
    FADE_IN = "fade_in"
    FADE_OUT = "fade_out"
    BLACK = "black"


class InsertKind(StrEnum):
    """A shot of a thing that carries meaning, not of a person."""

    TEXT_MESSAGE = "text_message"
    PHONE_SCREEN = "phone_screen"
    LETTER = "letter"
    SIGN = "sign"
    NEWS = "news"
    TITLE_CARD = "title_card"
    OBJECT = "object"  # Insert.text names it: ring, knife, photograph …


class LineKind(StrEnum):
    ON_SCREEN = "on_screen"
    OFF_SCREEN = "off_screen"
    VOICE_OVER = "voice_over"
    SUNG = "sung"


class LetteringKind(StrEnum):
    CAPTION = "caption"  # time and place: THREE YEARS LATER / 三年前
    PREVIOUSLY = "previously"  # over what is recalled of earlier episodes
    NAME_CARD = "name_card"
    EPISODE_TITLE = "episode_title"
    TO_BE_CONTINUED = "to_be_continued"


class SetKind(StrEnum):
    """Sets the rehearsal renderer can build; PLAIN is built from the words of the place."""

    STREET = "street"
    ROOFTOP = "rooftop"
    BOARDROOM = "boardroom"
    OFFICE = "office"
    HOSPITAL = "hospital"
    PALACE = "palace"
    COURTYARD = "courtyard"
    BEDROOM = "bedroom"
    LIVING_ROOM = "living_room"
    KITCHEN = "kitchen"
    CAFE = "cafe"
    CAR = "car"
    BALLROOM = "ballroom"
    COURTROOM = "courtroom"
    FOREST = "forest"
    MOUNTAIN = "mountain"
    ALLEY = "alley"
    HALL = "hall"
    MANSION = "mansion"
    HOTEL_ROOM = "hotel_room"
    CORRIDOR = "corridor"
    ELEVATOR = "elevator"
    POLICE = "police"
    PRISON = "prison"
    CLASSROOM = "classroom"
    WARD = "ward"  # a hospital's room with a bed; HOSPITAL is its corridor
    BAR = "bar"
    RESTAURANT = "restaurant"
    AIRPORT = "airport"  # a station's hall too
    CHURCH = "church"
    TEMPLE = "temple"
    SHOP = "shop"
    GYM = "gym"
    GARAGE = "garage"
    VILLAGE = "village"
    BEACH = "beach"
    BRIDGE = "bridge"
    CEMETERY = "cemetery"
    PLAIN = "plain"


class Sound(StrEnum):
    """Effects the mixer can synthesise. ROOM_TONE is always there."""

    RAIN = "rain"
    THUNDER = "thunder"
    WIND = "wind"
    STREET = "street"
    FIRE = "fire"
    FOOTSTEPS = "footsteps"
    DOOR = "door"
    KNOCK = "knock"
    SLAP = "slap"
    IMPACT = "impact"
    GLASS = "glass"
    PHONE_BUZZ = "phone_buzz"
    PHONE_RING = "phone_ring"
    MESSAGE = "message"
    HEARTBEAT = "heartbeat"
    HEART_MONITOR = "heart_monitor"
    WHOOSH = "whoosh"
    RISER = "riser"
    STING = "sting"
    CAR = "car"
    BELL = "bell"
    CROWD = "crowd"
    BIRDS = "birds"
    CRICKETS = "crickets"
    PAPER = "paper"
    CLOTH = "cloth"
    FALL = "fall"
    GASP = "gasp"
    APPLAUSE = "applause"
    KEYS = "keys"
    GUNSHOT = "gunshot"


class Severity(StrEnum):
    ERROR = "error"  # nothing can be made until it is mended
    WARNING = "warning"  # read, but perhaps not as meant
    NOTE = "note"  # a default was used, and which
