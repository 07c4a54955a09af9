// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "app/animate.h"
#include "app/batch.h"
#include "app/choose_values.h"
#include "app/command_line.h"
#include "app/complain.h"
#include "app/describe_lab.h"
#include "app/gallery.h"
#include "app/print_code.h"
#include "app/render.h"
#include "app/save_file.h"
#include "app/sweep.h"
#include "app/verify.h"
#include "app/window.h"
#include "app/write_error.h"
#include "core/labs/all.h"
#include "core/model/nearest.h"
#include "core/model/overloaded.h"
#include "core/model/problem.h"
#include "core/model/tex.h"

#include <QHashFunctions>

#include <cstdlib>
#include <string>
#include <variant>

namespace theta {
namespace {

constexpr int bad_input = 2, could_not_write = 3;

bool set_in_environment(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

void require_display() {
  if (set_in_environment("DISPLAY") || set_in_environment("WAYLAND_DISPLAY") ||
      set_in_environment("QT_QPA_PLATFORM"))
    return;
  throw InputError(
      Problem{"window",
              {},
              say("there is no display (DISPLAY and WAYLAND_DISPLAY are not set); list, show, render and "
                  "gallery need none, see thetalab --help")});
}

int open_window(int argc, char** argv, const OpenWindow& window) {
  std::error_code unreadable;
  if (window.file && !std::filesystem::is_regular_file(*window.file, unreadable))
    throw InputError(
        unknown_name("file or command", window.file->string(),
                     {"list", "show", "render", "sweep", "animate", "code", "gallery", "verify", "batch"}));
  require_display();
  return run_window(argc, argv, window.file);
}

void write_json(const nlohmann::ordered_json& json) { write_stdout(json.dump(2) + "\n"); }

void list_labs(const ListLabs& list) {
  if (list.json) {
    write_json(labs_json(all_labs()));
  } else {
    write_stdout(labs_text(all_labs()));
  }
}

void show_lab(const ShowLab& show) {
  const Lab& lab = lab_named(show.lab);
  if (show.json) {
    write_json(lab_json(lab));
  } else {
    write_stdout(lab_text(lab));
  }
}

int run(int argc, char** argv, const Command& command) {
  return std::visit(Overloaded{[&](const OpenWindow& window) { return open_window(argc, argv, window); },
                               [](const Print& print) { return write_stdout(print.text), 0; },
                               [](const ListLabs& list) { return list_labs(list), 0; },
                               [](const ShowLab& show) { return show_lab(show), 0; },
                               [](const Render& render) { return run_render(render), 0; },
                               [](const Sweep& sweep) { return run_sweep(sweep), 0; },
                               [](const Animate& animate) { return run_animate(animate), 0; },
                               [](const PrintCode& code) { return print_code(code), 0; },
                               [](const Gallery& gallery) { return run_gallery(gallery), 0; },
                               [](const Verify& verify) { return run_verify(verify); },
                               [](const Batch& batch) { return run_batch(batch); }},
                    command);
}

}  // namespace

int run_program(int argc, char** argv) {
  QHashSeed::setDeterministicGlobalSeed();  // Qt writes a PDF's fonts in the order of a hash
  try {
    return run(argc, argv, parse_command_line(argc, argv));
  } catch (const InputError& error) {
    complain(plain_text(error.what()));
    return bad_input;
  } catch (const WriteError& error) {
    complain(plain_text(error.what()));
    return could_not_write;
  }
}

}  // namespace theta
