"""Tokenizers of bytes, small enough to be made on the spot, for tiny pipelines."""

from typing import Any

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast

SPARE = 8  # rows of an embedding beyond the vocabulary


def _bytes(special: list[str]) -> Tokenizer:
    made = Tokenizer(models.BPE(unk_token=None))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    made.train_from_iterator(
        ["shot"],
        trainers.BpeTrainer(
            vocab_size=len(alphabet) + len(special),
            initial_alphabet=alphabet,
            special_tokens=special,
            show_progress=False,
        ),
    )
    return made


def t5() -> Any:
    made = _bytes(["<pad>", "</s>", "<unk>"])
    made.post_processor = processors.TemplateProcessing(
        single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", 1)]
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=made,
        pad_token="<pad>",
        eos_token="</s>",
        unk_token="<unk>",
        model_max_length=512,
    )


QWEN = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>"]
QWEN += ["<|image_pad|>", "<|video_pad|>", "<|vision_pad|>", "<think>", "</think>"]
_CHAT = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n"
    "{% if m['content'] is string %}{{ m['content'] }}{% else %}{% for c in m['content'] %}"
    "{% if c['type']=='image' %}<|vision_start|><|image_pad|><|vision_end|>"
    "{% elif 'text' in c %}{{ c['text'] }}{% endif %}{% endfor %}{% endif %}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def qwen() -> Any:
    made = PreTrainedTokenizerFast(
        tokenizer_object=_bytes(QWEN),
        pad_token="<|endoftext|>",
        eos_token="<|im_end|>",
        model_max_length=4096,
    )
    made.chat_template = _CHAT
    return made


def clip() -> Any:
    made = _bytes(["<|startoftext|>", "<|endoftext|>"])
    made.post_processor = processors.TemplateProcessing(
        single="<|startoftext|> $A <|endoftext|>",
        special_tokens=[("<|startoftext|>", 0), ("<|endoftext|>", 1)],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=made,
        bos_token="<|startoftext|>",
        eos_token="<|endoftext|>",
        pad_token="<|endoftext|>",
        model_max_length=77,
    )


def gemma() -> Any:
    return PreTrainedTokenizerFast(
        tokenizer_object=_bytes(["<pad>", "<eos>", "<bos>", "<unk>"]),
        pad_token="<pad>",
        eos_token="<eos>",
        bos_token="<bos>",
        unk_token="<unk>",
        model_max_length=1024,
        padding_side="left",
    )
