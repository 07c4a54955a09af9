// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds damaged files and values to the readers: `fuzz_readers [how many [seed]]`. Each must be read, and
// then come back from what is written of it, or be refused with a reason and change nothing; within a second.
#include "core/labs/all.h"
#include "core/model/document.h"
#include "core/model/state.h"
#include "core/model/value_text.h"
#include "core/read/model_config.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace theta {
namespace {

const std::vector<std::string>& whole_files() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> files = {
        R"({"model_type": "llama", "hidden_size": 4096, "num_attention_heads": 32, "rope_theta": 500000.0,
            "max_position_embeddings": 131072, "rope_scaling": {"rope_type": "llama3", "factor": 8.0,
            "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}})",
        R"({"architectures": ["GPTNeoXForCausalLM"], "model_type": "gpt_neox", "hidden_size": 512,
            "num_attention_heads": 8, "rotary_pct": 0.25, "rotary_emb_base": 10000, "max_position_embeddings": 2048})",
        R"({"model_type": "phi3", "hidden_size": 64, "num_attention_heads": 8, "rope_scaling": {"type": "longrope",
            "short_factor": [1.0, 1.1, 1.2, 1.3], "long_factor": [1.5, 2.5, 3.5, 4.5]},
            "original_max_position_embeddings": 4096, "max_position_embeddings": 131072})",
        R"({"model_type": "gemma3", "text_config": {"model_type": "gemma3_text", "head_dim": 256, "rope_theta": 1e6,
            "rope_local_base_freq": 1e4, "rope_scaling": {"rope_type": "linear", "factor": 8.0}}})",
        R"({"model_type": "bert", "hidden_size": 768})"};
    for (const Lab& lab : all_labs()) {
      files.push_back(write_state(lab, {lab.id, initial_values(lab), {}}));
      for (const Preset& preset : lab.presets())
        files.push_back(write_state(lab, {lab.id, preset_values(lab, preset), {"logit"}}));
    }
    for (const auto& each : std::filesystem::directory_iterator(THETA_GOLDEN)) {  // no such file at all
      std::ifstream file(each.path(), std::ios::binary);
      files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    std::ranges::sort(files);  // a folder has no order of its own
    return files;
  }();
  return all;
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {"{",
                                               "}",
                                               "[",
                                               "]",
                                               "\"",
                                               ",",
                                               ":",
                                               "null",
                                               "true",
                                               "-",
                                               "1e999",
                                               "-1",
                                               "0",
                                               "NaN",
                                               "1e-320",
                                               "9223372036854775808",
                                               "\\u0000",
                                               "\\ud800",
                                               "\xff",
                                               "θ",
                                               "{\"a\":",
                                               "[[[[[[[[[[[[[[[[",
                                               "1e308",
                                               "0.0000001",
                                               "\"text_config\":{",
                                               "\"rope_scaling\":",
                                               "\"factor\":",
                                               "\"head_dim\":1000000000,",
                                               "\"parameters\":{",
                                               "\"version\":"};
  return all;
}

void read_config(const std::string& text) {
  try {
    expect(!read_model_config(text, "config.json").layers.empty(), "a model without layers");
  } catch (const InputError& error) {
    expect_reason(error);
  }
}

/// As the window opens a file.
void open(const std::string& text, Document& document) {
  const Lab& lab_before = document.lab();
  const Values before = document.values();
  try {
    const State state = read_state(all_labs(), text);
    const Lab& lab = *find_lab(state.lab);
    expect(document.replace(lab, state.values).empty(), "read, but not allowed");
    expect(read_state(all_labs(), write_state(lab, state)) == state, "written and read again, it is another");
    lab.draw(state.values, {.quick = true});  // what was let in must be fit to draw
  } catch (const InputError& error) {
    expect_reason(error);
    expect(&document.lab() == &lab_before && document.values() == before, "refused, and yet changed");
  }
}

/// As the command line and the parameter panel read one value.
void set(const std::string& text, std::size_t place, Document& document) {
  const Field& field = document.lab().fields[place];
  const Values before = document.values();
  try {
    const Value value = parse_value(field, text);
    const bool refused = !document.apply({{place, value}}).empty();
    expect(refused ? document.values() == before : document.values()[place] == value, "not what was given");
    if (!refused) expect(parse_value(field, value_text(field, value)) == value, "another when read again");
  } catch (const InputError& error) {
    expect_reason(error);
    expect(document.values() == before, "refused, and yet changed");
  }
}

struct Damaged {
  std::string file, value;
  std::size_t place = 0;  ///< of the value's field
};

Damaged damaged(Random& random, const Document& document) {
  Damaged next{.file = whole_files()[below(random, whole_files().size())], .value = {}, .place = 0};
  next.place = below(random, document.values().size());
  next.value = value_text(document.lab().fields[next.place], document.values()[next.place]);
  for (std::size_t wounds = 1 + below(random, 6); wounds > 0; --wounds) damage(next.file, pieces(), random);
  for (std::size_t wounds = 1 + below(random, 2); wounds > 0; --wounds) damage(next.value, pieces(), random);
  return next;
}

}  // namespace
}  // namespace theta

int main(int argc, char** argv) {
  using namespace theta;
  Document document(all_labs().front());
  return fuzz(argc, argv, [&](Random& random) {
    const Damaged next = damaged(random, document);
    return Trial{"value: " + next.value + "\nfile: " + next.file, [&document, next] {
                   set(next.value, next.place, document);
                   read_config(next.file);
                   open(next.file, document);
                   looks_like_state(next.file);
                 }};
  });
}
