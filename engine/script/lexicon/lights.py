"""Lights that go out, and come back."""

from engine.script.lexicon.match import Lexicon, Words

# Whether a text leaves the scene in the dark.
LIGHTS = Lexicon(
    {
        True: Words(
            "lights go out, light goes out, lights go off, lights all go out, lights die, "
            "lights cut out, lights suddenly go out, lights go dark, lights flicker out, "
            "lights flicker and go out, lights flicker and die, power goes out, power cuts out, "
            "power fails, a blackout, power cut, power outage, plunged into darkness, "
            "plunges into darkness, everything goes dark, everything goes black, room goes dark, "
            "room goes black, kills the lights, turns off the light, turns off the lights, "
            "turns the lights off, turns the light off, switches off the light, "
            "switches off the lights, lights out",
            "灯灭,灯突然灭,灯忽然灭,灯一下子灭,灯全灭,灯全都灭,灯都灭,灯光熄灭,灯光突然熄灭,灯光全灭,灯熄灭,"
            "灯突然熄灭,灯熄了,停电,断电,跳闸,陷入黑暗,陷入一片黑暗,陷入一片漆黑,一片漆黑,关灯,关了灯,"
            "关掉灯,关上灯,熄灯,关掉了灯",
            "se apagan las luces, se apaga la luz, las luces se apagan, la luz se apaga, "
            "se va la luz, apagón, apaga la luz, apaga las luces, queda a oscuras",
        ),
        False: Words(
            "lights come back, lights come on, light comes back, light comes on, "
            "lights come back on, lights flicker on, lights flicker back on, lights go on, "
            "lights return, power comes back, power returns, power is back, "
            "turns on the light, turns on the lights, turns the lights on, turns the light on, "
            "switches on the light, switches on the lights, lights are back",
            "灯亮,灯又亮,灯突然亮,灯重新亮,灯全亮,灯都亮,灯光亮起,灯光重新亮起,灯光恢复,恢复供电,电力恢复,"
            "开灯,开了灯,打开灯,打开了灯",
            "se encienden las luces, se enciende la luz, las luces se encienden, "
            "la luz se enciende, vuelve la luz, vuelven las luces, enciende la luz, "
            "enciende las luces",
        ),
    }
)
