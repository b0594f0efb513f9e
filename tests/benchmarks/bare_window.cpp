// The window of bare_window.py in C++: what Qt itself takes, without Python.
//
// Debian 12: apt install qt6-base-dev, then
//   g++ -O2 -fPIC $(pkg-config --cflags Qt6Widgets) bare_window.cpp -o bare_window $(pkg-config --libs Qt6Widgets)
// It prints what bare_window.py prints.

#include <QtWidgets>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <string>
#include <time.h>
#include <unistd.h>

static const char *STYLE = R"(
QWidget { background: #f4f2ec; color: #1a1d22; }
QPushButton { background: #ffffff; border: 2px solid #777c85; border-radius: 14px;
  padding: 0 18px; min-height: 60px; }
QPushButton:focus { border: 4px solid #0b57d0; }
QPlainTextEdit, QLineEdit { background: #ffffff; border: 2px solid #777c85; border-radius: 14px;
  padding: 8px 14px; }
QPlainTextEdit:focus, QLineEdit:focus { border: 4px solid #0b57d0; }
)";

static void report()
{
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    const double passed = now.tv_sec * 1e3 + now.tv_nsec / 1e6 - std::atoll(std::getenv("T0")) / 1e6;
    long resident = 0;
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmRSS:", 0) == 0)
            resident = std::atol(line.c_str() + 6);
    std::printf("RESULT %.3f %ld\n", passed, resident);
    std::fflush(stdout);
    _exit(0);
}

struct FirstPaint : QObject {
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, report);
        }
        return false;
    }
};

static QHBoxLayout *row(std::initializer_list<QWidget *> widgets)
{
    auto *layout = new QHBoxLayout;
    for (auto *each : widgets)
        layout->addWidget(each);
    return layout;
}

int main(int count, char **arguments)
{
    QApplication app(count, arguments);
    QFont font = app.font();
    font.setFamilies({"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei"});
    font.setPixelSize(24);
    app.setFont(font);
    app.setStyleSheet(STYLE);
    QWidget window;
    window.setWindowTitle("明辨");
    auto *beside = new QHBoxLayout(&window);
    auto *rail = new QVBoxLayout;
    for (auto *word : {"我正在通话", "我已转了钱", "找人帮忙", "读出来", "放大", "更多"})
        rail->addWidget(new QPushButton(word));
    beside->addLayout(rail);
    auto *whole = new QVBoxLayout;
    beside->addLayout(whole);
    QFont large = window.font();
    large.setPixelSize(36);
    large.setBold(true);
    auto *name = new QLabel("明辨"), *title = new QLabel("把可疑的号码、短信或链接放进来");
    name->setFont(large);
    title->setFont(large);
    whole->addLayout(row({name, new QPushButton("English"), new QPushButton("颜色：随系统")}));
    auto *sheet = new QScrollArea;
    sheet->setWidgetResizable(true);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->addWidget(title);
    column->addWidget(new QLabel("粘贴就查，打字也行。只在这台电脑上查，不发出去，也不保存。"));
    auto *doors = row({new QLabel("从哪里来的？")});
    for (auto *word : {"电话", "短信、聊天", "链接"}) {
        auto *door = new QPushButton(word);
        door->setCheckable(true);
        doors->addWidget(door);
    }
    column->addLayout(doors);
    auto *box = new QPlainTextEdit;
    box->setPlaceholderText("在这里粘贴，或者打字。\n比如：95152，或对方发来的整段话。");
    column->addWidget(box);
    column->addLayout(row({new QLabel("谁发来的？（可不填）"), new QLineEdit}));
    sheet->setWidget(inside);
    whole->addWidget(sheet);
    auto *strong = new QPushButton("粘贴并检查");
    QFont weight = window.font();
    weight.setBold(true);
    strong->setFont(weight);
    whole->addLayout(row({strong, new QPushButton("检查")}));
    whole->addLayout(
        row({new QLabel("正在准备名单"), new QLabel("本程序不是政府软件，名单整理自公开资料。")}));
    FirstPaint watch;
    box->viewport()->installEventFilter(&watch);
    window.resize(1280, 768);
    window.show();
    box->setFocus();
    return app.exec();
}
