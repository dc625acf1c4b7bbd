"""What a component of a pipeline runs on, and what makes it fast without changing the picture.

    call       what a pipeline calls its components with
    graphs/    a component as a graph that can be written down: one module a kind
    export     a graph as an ONNX file with its weights beside it
    session    an ONNX file that is run on torch's own memory
    parity     how far a runtime is from torch
    measure    a call on each runtime: works, is right, takes how long
    tuning     what was measured on this machine
    lowered    linear layers in eight bits
    stacking   which ways to be faster go together
    equip      all of that done to a pipeline

To add a runtime: a module with a class as `runtime.Runtime` says, and its name here.
"""

# Where tensors lie → the runtimes there are, in the order in which they are tried, as
# "module:Class". To compile for a processor takes longer than a take on it is worth.
RUNTIMES = {
    "cpu": {
        "eager": "engine.diffusion.runtimes.eager:Eager",
        "ort-cpu": "engine.diffusion.runtimes.ort:OrtCpu",
    },
    "cuda": {
        "eager": "engine.diffusion.runtimes.eager:Eager",
        "compile": "engine.diffusion.runtimes.compiled:Compiled",
        "ort-cuda": "engine.diffusion.runtimes.ort:OrtCuda",
        "ort-trt": "engine.diffusion.runtimes.tensorrt:OrtTensorrt",
    },
}
