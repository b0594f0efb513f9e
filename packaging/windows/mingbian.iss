; The installer for Windows: for one person, without administrator rights, nothing but this folder.
; packaging/bundle/windows.py defines Version, Folder, Icons and Name.

#define AppName "明辨 Mingbian"

[Setup]
AppId={{6E1C6E0B-5E7B-4B0E-9C2A-6D1D6B1AE0A7}
AppName={#AppName}
AppVersion={#Version}
AppPublisher=The Mingbian contributors
VersionInfoVersion={#Version}
PrivilegesRequired=lowest
DefaultDirName={localappdata}\Programs\Mingbian
DefaultGroupName={#AppName}
DisableProgramGroupPage=yes
DisableDirPage=auto
OutputBaseFilename={#Name}
SetupIconFile={#Icons}\mingbian.ico
UninstallDisplayIcon={app}\mingbian.exe
Compression=lzma2/max
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
WizardStyle=modern
CloseApplications=yes

[Languages]
; Inno Setup brings English; Chinese is taken where its language file has been added.
#if FileExists(AddBackslash(CompilerPath) + "Languages\ChineseSimplified.isl")
Name: "zh"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"
#endif
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"

[InstallDelete]
; What an older version brought must not mix with the new one. A person's files lie elsewhere.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\{#AppName}"; Filename: "{app}\mingbian.exe"; AppUserModelID: "Mingbian"
Name: "{userdesktop}\{#AppName}"; Filename: "{app}\mingbian.exe"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Software\Classes\.mingbian-feed"; ValueType: string; ValueData: "Mingbian.FeedCard"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\Mingbian.FeedCard"; ValueType: string; ValueData: "Mingbian feed card"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Mingbian.FeedCard\DefaultIcon"; ValueType: string; ValueData: "{app}\mingbian.exe,0"
Root: HKCU; Subkey: "Software\Classes\Mingbian.FeedCard\shell\open\command"; ValueType: string; ValueData: """{app}\mingbian.exe"" --card ""%1"""

[Run]
Filename: "{app}\mingbian.exe"; Description: "{cm:LaunchProgram,{#AppName}}"; Flags: nowait postinstall skipifsilent
