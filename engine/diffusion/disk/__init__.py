"""Models on disk: <models>/NAME is a diffusers repository, <models>/loras/NAME holds LoRAs.

    places        where a model lies, and whether it does
    manifest      what was pulled: commit, files, sizes, digests
    fingerprint   names exact weights, for what is cached by them
    acceptances   who accepted which licence
    needed, hub, pulling    what to fetch of a repository, how, and how it goes on after a break
    keeping       verifying and removing
    listing       all of it in one answer

Nothing here needs torch; only the module hub needs huggingface_hub.
"""

from engine.diffusion.disk.acceptances import permit, permitted
from engine.diffusion.disk.fingerprint import fingerprint
from engine.diffusion.disk.places import distilled_files, folder_of, has_distilled, present

__all__ = [
    "distilled_files",
    "fingerprint",
    "folder_of",
    "has_distilled",
    "permit",
    "permitted",
    "present",
]
