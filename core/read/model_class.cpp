// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/model_class.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace theta {
namespace {

constexpr auto interleaved = RopeLayout::interleaved;

const std::vector<RotaryClass>& rotary_classes() {
  static const std::vector<RotaryClass> classes = {
      {.names = {"llama",    "llava",    "llava_next", "llava_llama", "video_llava", "vipllava",
                 "mllama",   "yi",       "Yi",         "xverse",      "orion",       "aquila",
                 "internlm", "deepseek", "decilm",     "llamafied",   "mimo",        "minicpm",
                 "bitnet",   "solar",    "arcee",      "seed_oss",    "apertus"},
       .hidden_size = 4096,
       .heads = 32,
       .context = 2048},
      {.names = {"mistral", "mistral3", "idefics2", "pixtral"},
       .hidden_size = 4096,
       .heads = 32,
       .context = 131'072},
      {.names = {"ministral3"},
       .base = 1e6,
       .hidden_size = 4096,
       .heads = 32,
       .head_dimension = 128,
       .context = 262'144},
      {.names = {"mixtral"}, .base = 1e6, .hidden_size = 4096, .heads = 32, .context = 131'072},
      {.names = {"qwen"}, .hidden_size = 4096, .heads = 32, .head_dimension = 128, .context = 8192},
      {.names = {"qwen2", "qwen2_audio"}, .hidden_size = 4096, .heads = 32, .context = 32'768},
      {.names = {"qwen2_moe"}, .hidden_size = 2048, .heads = 16, .context = 32'768},
      {.names = {"qwen2_vl", "qwen2_vl_text", "qwen2_5_vl", "qwen2_5_vl_text"},
       .base = 1e6,
       .hidden_size = 8192,
       .heads = 64,
       .context = 32'768},
      {.names = {"qwen3"}, .hidden_size = 4096, .heads = 32, .head_dimension = 128, .context = 32'768},
      {.names = {"qwen3_moe"}, .hidden_size = 2048, .heads = 32, .context = 32'768},
      {.names = {"qwen3_vl", "qwen3_vl_text"},
       .base = 5e6,
       .hidden_size = 4096,
       .heads = 32,
       .head_dimension = 128,
       .context = 128'000},
      {.names = {"qwen3_next"},
       .hidden_size = 2048,
       .heads = 16,
       .head_dimension = 256,
       .context = 32'768,
       .rotary_share = 0.25},
      {.names = {"gemma", "paligemma"},
       .hidden_size = 3072,
       .heads = 16,
       .head_dimension = 256,
       .context = 8192},
      {.names = {"gemma2"}, .hidden_size = 2304, .heads = 8, .head_dimension = 256, .context = 8192},
      {.names = {"gemma3", "gemma3_text"},
       .base = 1e6,
       .hidden_size = 2304,
       .heads = 8,
       .head_dimension = 256,
       .context = 131'072,
       .local_base = 1e4,
       .local_unscaled = true},
      {.names = {"gemma3n", "gemma3n_text"},
       .base = 1e6,
       .hidden_size = 2048,
       .heads = 8,
       .head_dimension = 256,
       .context = 32'768,
       .local_base = 1e4,
       .local_unscaled = true},
      {.names = {"gemma4", "gemma4_text"}, .head_dimension = 256},
      {.names = {"modernbert"},
       .base = 160'000,
       .hidden_size = 768,
       .heads = 12,
       .context = 8192,
       .local_base = 1e4,
       .local_unscaled = true},
      {.names = {"phi", "phi-msft", "mixformer-sequential"},
       .hidden_size = 2048,
       .heads = 32,
       .context = 2048,
       .rotary_share = 0.5},
      {.names = {"phi3", "phi3_v", "phi3small", "phi4mm", "phi4_multimodal"},
       .hidden_size = 3072,
       .heads = 32,
       .context = 4096,
       .original_context = 4096},
      {.names = {"phimoe"}, .base = 1e6, .hidden_size = 4096, .heads = 32, .context = 131'072},
      {.names = {"gpt_neox"}, .hidden_size = 6144, .heads = 64, .context = 2048, .rotary_share = 0.25},
      {.names = {"gpt_neox_japanese"}, .hidden_size = 2560, .heads = 32, .context = 2048},
      {.names = {"gptj"},
       .layout = interleaved,
       .hidden_size = 4096,
       .heads = 16,
       .context = 2048,
       .rotary_dimensions = 64},
      {.names = {"codegen"},
       .layout = interleaved,
       .hidden_size = 4096,
       .heads = 16,
       .context = 2048,
       .rotary_dimensions = 64},
      {.names = {"gpt_oss"},
       .base = 150'000,
       .hidden_size = 2880,
       .heads = 64,
       .head_dimension = 64,
       .context = 131'072},
      {.names = {"deepseek_v2"},
       .layout = interleaved,
       .hidden_size = 4096,
       .heads = 32,
       .context = 2048,
       .rotary_dimensions = 64,
       .apart = 128},
      {.names = {"deepseek_v3", "kimi_k2", "kimi_vl", "deepseek_vl_v2", "deepseek_v32", "longcat_flash"},
       .layout = interleaved,
       .hidden_size = 7168,
       .heads = 128,
       .context = 4096,
       .rotary_dimensions = 64,
       .apart = 128},
      {.names = {"minicpm3"}, .rotary_dimensions = 32, .apart = 64},
      {.names = {"internlm2", "internlm3"}, .hidden_size = 4096, .heads = 32, .context = 2048},
      {.names = {"stablelm", "stablelm_epoch"},
       .hidden_size = 2560,
       .heads = 32,
       .context = 4096,
       .rotary_share = 0.25},
      {.names = {"falcon", "RefinedWeb", "RefinedWebModel"},
       .hidden_size = 4544,
       .heads = 71,
       .context = 2048},
      {.names = {"cohere"}, .layout = interleaved, .hidden_size = 8192, .heads = 64, .context = 8192},
      {.names = {"cohere2"},
       .layout = interleaved,
       .hidden_size = 8192,
       .heads = 64,
       .context = 8192,
       .some_without = true},
      {.names = {"olmo", "olmo2", "hf_olmo"}, .hidden_size = 4096, .heads = 32, .context = 2048},
      {.names = {"olmo3"}, .hidden_size = 4096, .heads = 32, .context = 2048, .local_unscaled = true},
      {.names = {"olmoe"}, .hidden_size = 2048, .heads = 16, .context = 4096},
      {.names = {"starcoder2"}, .hidden_size = 3072, .heads = 24, .context = 4096},
      {.names = {"persimmon", "fuyu"},
       .base = 25'000,
       .hidden_size = 4096,
       .heads = 64,
       .context = 16'384,
       .rotary_share = 0.5},
      {.names = {"dbrx"}, .hidden_size = 2048, .heads = 16, .context = 2048},
      {.names = {"glm", "glm4"},
       .layout = interleaved,
       .hidden_size = 4096,
       .heads = 32,
       .head_dimension = 128,
       .context = 131'072,
       .rotary_share = 0.5},
      {.names = {"chatglm"}, .layout = interleaved, .head_dimension = 128, .rotary_share = 0.5},
      {.names = {"glm4_moe"}, .head_dimension = 128, .context = 131'072, .rotary_share = 0.5},
      {.names = {"llama4", "llama4_text"},
       .layout = interleaved,
       .base = 500'000,
       .hidden_size = 5120,
       .heads = 40,
       .head_dimension = 128,
       .context = 131'072,
       .some_without = true},
      {.names = {"smollm3"},
       .base = 2e6,
       .hidden_size = 2048,
       .heads = 16,
       .context = 32'768,
       .some_without = true},
      {.names = {"exaone"}, .context = 2048},
      {.names = {"exaone4"}, .some_without = true},
      {.names = {"granite", "granitemoe", "granitemoeshared", "granitemoehybrid"},
       .hidden_size = 4096,
       .heads = 32,
       .context = 2048},
      {.names = {"nemotron"}, .hidden_size = 6144, .heads = 48, .context = 4096, .rotary_share = 0.5},
      {.names = {"jetmoe"}, .head_dimension = 128, .context = 4096},
      {.names = {"baichuan"}, .hidden_size = 4096, .heads = 32, .context = 4096},
      {.names = {"helium", "ernie4_5", "ernie4_5_moe"}, .layout = interleaved},
      {.names = {"roformer"}, .layout = interleaved, .hidden_size = 768, .heads = 12, .context = 1536},
      {.names = {"nomic_bert"}, .hidden_size = 768, .heads = 12},
      {.names = {"minimax", "minimax_m1", "minimax_m2", "hunyuan", "hunyuan_v1_dense", "hunyuan_v1_moe",
                 "dots1", "lfm2", "eurobert"}}};
  return classes;
}

const std::vector<OtherClass>& other_classes() {
  using enum PositionScheme;
  static const std::vector<OtherClass> classes = {
      {{"bert",
        "roberta",
        "xlm-roberta",
        "xlm-roberta-xl",
        "distilbert",
        "electra",
        "albert",
        "camembert",
        "ernie",
        "mobilebert",
        "squeezebert",
        "convbert",
        "longformer",
        "big_bird",
        "layoutlm",
        "layoutlmv3",
        "luke",
        "esm",
        "megatron-bert",
        "roberta-prelayernorm",
        "gpt2",
        "openai-gpt",
        "gpt_neo",
        "gpt_bigcode",
        "imagegpt",
        "biogpt",
        "opt",
        "bart",
        "mbart",
        "blenderbot",
        "blenderbot-small",
        "led",
        "plbart",
        "mvp",
        "prophetnet",
        "whisper",
        "clip",
        "clip_text_model",
        "siglip",
        "siglip_text_model",
        "vit",
        "deit",
        "data2vec-text",
        "xlm",
        "flaubert",
        "git",
        "blip",
        "decision_transformer",
        "trocr",
        "fnet",
        "rembert",
        "splinter",
        "ibert"},
       learned_absolute},
      {{"pegasus", "marian", "m2m_100", "nllb-moe", "xglm", "fsmt", "ctrl", "speech_to_text", "musicgen",
        "musicgen_decoder", "informer", "time_series_transformer"},
       sinusoidal},
      {{"bloom", "mpt"}, alibi},
      {{"t5", "mt5", "umt5", "longt5", "switch_transformers", "pop2piano", "udop", "mpnet"}, relative_bias},
      {{"deberta", "deberta-v2", "xlnet", "transfo-xl", "funnel", "nezha", "swin", "swinv2", "beit"},
       relative_attention},
      {{"wav2vec2", "hubert", "wavlm", "unispeech", "data2vec-audio"}, convolution},
      {{"mamba", "mamba2", "falcon_mamba", "rwkv", "jamba", "nemotron_h"}, none}};
  return classes;
}

const auto* named(const auto& classes, std::string_view name) {
  const auto found = std::ranges::find_if(
      classes, [&](const auto& each) { return std::ranges::find(each.names, name) != each.names.end(); });
  return found == classes.end() ? nullptr : &*found;
}

/// Letters and digits alone, small, so that GPTNeoX and gpt_neox are the same.
std::string plain(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    const auto code = static_cast<unsigned char>(c);
    if (std::isalnum(code)) letters += static_cast<char>(std::tolower(code));
  }
  return letters;
}

}  // namespace

const RotaryClass* find_rotary_class(std::string_view model_type) {
  return named(rotary_classes(), model_type);
}

const OtherClass* find_other_class(std::string_view model_type) { return named(other_classes(), model_type); }

std::string_view class_of_architecture(std::string_view architecture) {
  std::string_view stem = architecture;
  for (const std::string_view end :
       {"ForCausalLM", "ForConditionalGeneration", "LMHeadModel", "ForMaskedLM", "ForSequenceClassification",
        "ForTokenClassification", "ForQuestionAnswering", "ForPreTraining", "Model"}) {
    if (stem.ends_with(end)) stem.remove_suffix(end.size());
  }
  const std::string wanted = plain(stem);
  if (wanted.empty()) return {};
  const auto among = [&](const auto& classes) -> std::string_view {
    for (const auto& each : classes) {
      for (const std::string_view name : each.names) {
        if (plain(name) == wanted) return name;
      }
    }
    return {};
  };
  const std::string_view rotary = among(rotary_classes());
  return rotary.empty() ? among(other_classes()) : rotary;
}

}  // namespace theta
