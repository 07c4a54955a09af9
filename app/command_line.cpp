// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "core/model/problem.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <sstream>

namespace theta {
namespace {

/// What CLI11 fills in, before it is made into a command.
struct Words {
  std::optional<std::string> file, preset, model, layers, format, size, theme;
  std::string lab, output, folder;
  std::vector<std::string> set;
  bool json = false;
};

constexpr int smallest_side = 200, largest_side = 10'000;

std::optional<int> side(std::string_view digits) {
  int pixels = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), pixels);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  if (pixels < smallest_side || pixels > largest_side) return {};
  return pixels;
}

Look parse_look(const Words& words) {
  Look look;
  if (words.size) {
    const std::string_view size = *words.size;
    const std::size_t cross = size.find('x');
    const std::optional<int> width = side(size.substr(0, cross));
    const std::optional<int> height = cross == size.npos ? std::nullopt : side(size.substr(cross + 1));
    if (!width || !height) {
      throw InputError(
          Problem{"--size", say("“{}”", *words.size),
                  say("WIDTHxHEIGHT in pixels, each from {} to {}", smallest_side, largest_side)});
    }
    look.width = *width;
    look.height = *height;
  }
  if (words.theme && words.theme != "light" && words.theme != "dark")
    throw InputError(Problem{"--theme", say("“{}”", *words.theme), say("light, dark")});
  look.dark = words.theme == "dark";
  return look;
}

FileFormat parse_format(const std::string& name) {
  if (const std::optional<FileFormat> format = file_format(name)) return *format;
  throw InputError(Problem{"--format", say("“{}”", name), say("png, svg, pdf, csv, json")});
}

FileFormat parse_output_format(const Words& words) {
  if (words.format) return parse_format(*words.format);
  if (words.output == "-")
    throw InputError(Problem{"--format", {}, say("is needed with -o -: png, svg, pdf, csv or json")});
  const std::string extension = std::filesystem::path(words.output).extension().string();
  if (const auto format = file_format(extension.empty() ? extension : extension.substr(1))) return *format;
  throw InputError(
      Problem{"--output", say("“{}”", words.output),
              say("a name that ends in .png, .svg, .pdf, .csv or .json, or --format beside it")});
}

void add_look_options(CLI::App& command, Words& words) {
  command.add_option("--size", words.size, "Size in pixels, 1200x800 unless given")
      ->type_name("WIDTHxHEIGHT");
  command.add_option("--theme", words.theme, "light (unless given) or dark")->type_name("THEME");
}

CLI::App* add_list(CLI::App& program, Words& words) {
  CLI::App* list = program.add_subcommand("list", "List the labs");
  list->add_flag("--json", words.json, "As JSON");
  return list;
}

CLI::App* add_show(CLI::App& program, Words& words) {
  CLI::App* show = program.add_subcommand("show", "Show a lab's parameters, presets, readings and panels");
  show->add_option("lab", words.lab, "The lab's id")->required()->type_name("LAB");
  show->add_flag("--json", words.json, "As JSON");
  return show;
}

CLI::App* add_render(CLI::App& program, Words& words) {
  CLI::App* render = program.add_subcommand("render", "Draw a lab's figure into a file");
  render->add_option("lab", words.lab, "The lab's id")->required()->type_name("LAB");
  render->add_option("--preset", words.preset, "Start from one of the lab's presets")->type_name("PRESET");
  CLI::Option* model =
      render->add_option("--model", words.model, "Take parameters from a model's config.json");
  model->type_name("FILE");
  render->add_option("--layers", words.layers, "Which kind of the model's layers, where it has several")
      ->type_name("KIND")
      ->needs(model);
  render->add_option("--set", words.set, "Set a parameter: --set base=10^4 --set scaling=linear")
      ->type_name("ID=VALUE")
      ->allow_extra_args(false);
  render
      ->add_option("-o,--output", words.output, "Where to: .png, .svg, .pdf, .csv, .json, or - with --format")
      ->required()
      ->type_name("OUT");
  render->add_option("--format", words.format, "png, svg, pdf, csv or json, whatever OUT is called")
      ->type_name("FORMAT");
  add_look_options(*render, words);
  return render;
}

CLI::App* add_gallery(CLI::App& program, Words& words) {
  CLI::App* gallery = program.add_subcommand("gallery", "Draw every preset of every lab into a folder");
  gallery->add_option("folder", words.folder, "The folder, made where it is missing")
      ->required()
      ->type_name("DIR");
  gallery->add_option("--format", words.format, "png (unless given), svg, pdf, csv or json")
      ->type_name("FORMAT");
  add_look_options(*gallery, words);
  return gallery;
}

Render to_render(const Words& words) {
  return {
      .lab = words.lab,
      .choosing = {.preset = words.preset, .model = words.model, .layers = words.layers, .set = words.set},
      .output = words.output,
      .format = parse_output_format(words),
      .look = parse_look(words)};
}

Gallery to_gallery(const Words& words) {
  const FileFormat format = words.format ? parse_format(*words.format) : FileFormat::png;
  return {.folder = words.folder, .format = format, .look = parse_look(words)};
}

}  // namespace

Command parse_command_line(int argc, const char* const* argv) {
  Words words;
  CLI::App program("Thetalab: live pictures of the ideas inside deep networks", "thetalab");
  program.set_version_flag("--version", "thetalab " THETA_VERSION);
  program.add_option("file", words.file, "Opened in the window: a saved state or a model's config.json")
      ->type_name("FILE");
  program.require_subcommand(0, 1);
  const CLI::App* list = add_list(program, words);
  const CLI::App* show = add_show(program, words);
  const CLI::App* render = add_render(program, words);
  const CLI::App* gallery = add_gallery(program, words);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, ignored;
    if (program.exit(error, out, ignored) == 0) return Print{out.str()};
    throw InputError(
        Problem{"command line", {}, verbatim(std::string(error.what()) + " (see thetalab --help)")});
  }
  if (*list) return ListLabs{words.json};
  if (*show) return ShowLab{words.lab, words.json};
  if (*render) return to_render(words);
  if (*gallery) return to_gallery(words);
  return OpenWindow{words.file};
}

}  // namespace theta
